import type { CodingIndex } from '#domain/coding/coding-index.ts';
import { layOutStripes, type Stripe, type StripeInput } from '#domain/coding/stripe-layout.ts';
import { STRIPE_LANES, StripeLanes } from '#domain/coding/stripe-lanes.ts';
import { inkColor, seriesOf } from '#domain/coding/tint-color.ts';
import type { CodeId, Coding, CodingId } from '#domain/project/records.ts';
import type { Appearance } from './highlight-painter.ts';
import type { Page } from './page.ts';

export interface StripeEvents {
  readonly onPoint: (coding: Coding | null) => void;
  readonly onChoose: (coding: Coding) => void;
  /** Those for whom there was no lane, in CSS pixels of the window where they are counted. */
  readonly onList: (codings: readonly Coding[], at: { readonly x: number; readonly y: number }) => void;
}

const LANE_WIDTH = 7;
const FIRST_LANE = 16;
/** As far as the highlights are painted, since both are drawn together. */
const LINES_AROUND = 20;
/** Longest lines hold about so much more than the usual one. */
const LONGEST_LINE = 1.3;
const NAME_HEIGHT = 17;
const LEADER_STRENGTH = '45%';
/** Of "+3", which stands between stripes and names. */
const COUNT_WIDTH = 14;
/** In less room than this a name would say nothing. */
const NARROWEST_NAME = 56;
/** Where names rest at the top of the window while their codings go by: a place for each lane, so that none covers another. */
const NAMES_REST_AT = 8;

/** What stands in the margin for one coding, or for those that found no lane. */
interface Drawn {
  readonly codings: readonly Coding[];
  /** Children of the layer, in order. */
  readonly elements: readonly HTMLElement[];
  /** Those of them, or within them, that light up with the coding. */
  readonly lit: readonly HTMLElement[];
}

/**
 * The margin: a stripe for each coding near the screen, with its code's name beside the first line. One layer; all places are
 * read before anything is written. What looks as it did stays as it is: of a hundred stripes one coding more changes a few, and
 * to style, lay out and paint all of them anew took a frame.
 */
export class StripeLayer {
  readonly #page: Page;
  readonly #layer: HTMLElement;
  readonly #events: StripeEvents;
  readonly #nameOf: (codeId: CodeId) => string;
  /** Where codings stand on the page: scrolling does not change it, and measuring is what drawing costs. */
  readonly #places = new Map<CodingId, { readonly top: number; readonly bottom: number }>();

  #lanes: StripeLanes;
  #raised: ReadonlySet<CodingId> = new Set();
  /** By all that their looks depend on. */
  #drawn = new Map<string, Drawn>();
  readonly #lit = new Map<CodingId, readonly HTMLElement[]>();

  constructor(page: Page, layer: HTMLElement, nameOf: (codeId: CodeId) => string, events: StripeEvents) {
    this.#page = page;
    this.#layer = layer;
    this.#nameOf = nameOf;
    this.#events = events;
    this.#lanes = this.#freshLanes();
  }

  #freshLanes(): StripeLanes {
    return new StripeLanes(this.#page.doc, this.#page.charactersPerLine * LONGEST_LINE);
  }

  /** The page has been laid out anew, or one coding has another span: what was known is wrong. */
  forgetPlaces(id?: CodingId): void {
    if (id !== undefined) {
      this.#places.delete(id);
      return;
    }
    this.#places.clear();
    this.#lanes = this.#freshLanes();
  }

  draw(index: CodingIndex, visible: { first: number; last: number }, appearance: Appearance): void {
    const inputs = this.#measure(index, visible);
    const layout = layOutStripes(inputs);
    const counted = layout.overflow.length > 0 ? COUNT_WIDTH : 0;
    const labelLeft = FIRST_LANE + Math.max(1, layout.laneCount) * LANE_WIDTH + 9 + counted;
    const isNamed = this.#layer.clientWidth - labelLeft >= NARROWEST_NAME;
    const before = this.#drawn;
    this.#drawn = new Map();
    this.#lit.clear();
    for (const stripe of layout.stripes) {
      const { id: coding, lane, top, bottom, labelTop } = stripe;
      const color = appearance.colorOf(coding.codeId);
      const name = this.#nameOf(coding.codeId);
      const ink = inkColor(color, appearance.theme);
      const key = JSON.stringify([coding.id, lane, top, bottom, labelTop, isNamed && labelLeft, color, ink, name]);
      this.#keep(before, key, [coding], () => this.#stripe(stripe, { labelLeft, isNamed, color, ink, name }));
    }
    for (const { top, ids } of layout.overflow) {
      const names = ids.map(({ codeId }) => this.#nameOf(codeId));
      this.#keep(before, JSON.stringify([top, names]), ids, () => this.#count(ids, top, names));
    }
    this.#putInPlace();
    this.#showRaised(true);
  }

  /** Draws what was not there before in the same way, for the same codings. */
  #keep(
    before: ReadonlyMap<string, Drawn>,
    key: string,
    codings: readonly Coding[],
    draw: () => Omit<Drawn, 'codings'>,
  ): void {
    const known = before.get(key);
    const isSame = known?.codings.length === codings.length && known.codings.every((one, at) => one === codings[at]);
    const drawn = known && isSame ? known : { codings, ...draw() };
    this.#drawn.set(key, drawn);
    for (const { id } of codings) this.#lit.set(id, drawn.lit);
  }

  /** Takes away what is not drawn any more, then puts in what is new: what stays is not touched. */
  #putInPlace(): void {
    const elements = [...this.#drawn.values()].flatMap((drawn) => drawn.elements);
    const wanted = new Set<Element>(elements);
    const gone = [...this.#layer.children].filter((element) => !wanted.has(element));
    if (gone.length === this.#layer.childElementCount) {
      this.#layer.replaceChildren(...elements);
      return;
    }
    for (const element of gone) element.remove();
    let next = this.#layer.firstElementChild;
    for (const element of elements) {
      if (element === next) next = next.nextElementSibling;
      else this.#layer.insertBefore(element, next);
    }
  }

  /** Lights up the stripes and names of some codings and of no other. */
  raise(ids: ReadonlySet<CodingId>): void {
    this.#showRaised(false);
    this.#raised = ids;
    this.#showRaised(true);
  }

  #showRaised(isOn: boolean): void {
    for (const id of this.#raised) {
      for (const element of this.#lit.get(id) ?? []) element.classList.toggle('raised', isOn);
    }
  }

  clear(): void {
    this.#drawn.clear();
    this.#lit.clear();
    this.#layer.replaceChildren();
  }

  #measure(index: CodingIndex, visible: { first: number; last: number }): StripeInput<Coding>[] {
    const { doc } = this.#page;
    const filled = this.#page.filledParagraphs();
    const from = doc.startOf(Math.max(filled.first, visible.first - LINES_AROUND));
    const to = doc.endOf(Math.min(filled.last, visible.last + LINES_AROUND));
    const origin = this.#layer.getBoundingClientRect().top;
    const inputs: StripeInput<Coding>[] = [];
    for (const coding of index.overlapping(from, to)) {
      const known = this.#places.get(coding.id);
      const isWhole = coding.startUtf16 >= from && coding.endUtf16 <= to;
      if (known && isWhole) {
        inputs.push({ ...known, id: coding, lane: this.#lanes.laneOf(index, coding) });
        continue;
      }
      const first = this.#lineBox(Math.max(from, coding.startUtf16), 1);
      const last = this.#lineBox(Math.min(to, coding.endUtf16), -1);
      if (!first || !last) continue;
      const place = { top: first.top - origin, bottom: last.bottom - origin };
      inputs.push({ ...place, id: coding, lane: this.#lanes.laneOf(index, coding) });
      if (isWhole) this.#places.set(coding.id, place);
    }
    return inputs;
  }

  /** The box of the character after (1) or before (-1) an offset. */
  #lineBox(offset: number, side: 1 | -1): DOMRect | null {
    const { doc } = this.#page;
    const paragraph = doc.paragraphAt(side === 1 ? offset : offset - 1);
    const at = side === 1 ? offset : offset - 1;
    const start = Math.max(doc.startOf(paragraph), Math.min(at, doc.endOf(paragraph) - 1));
    const range = this.#page.places.range(start, Math.min(start + 1, doc.endOf(paragraph)));
    const boxes = range?.getClientRects();
    return boxes?.[boxes.length - 1] ?? this.#page.paragraphElement(paragraph)?.getBoundingClientRect() ?? null;
  }

  #stripe(
    stripe: Stripe<Coding>,
    {
      labelLeft,
      isNamed,
      color,
      ink,
      name,
    }: { labelLeft: number; isNamed: boolean; color: string; ink: string; name: string },
  ): Omit<Drawn, 'codings'> {
    const coding = stripe.id;
    const left = FIRST_LANE + stripe.lane * LANE_WIDTH;
    const height = Math.max(8, stripe.bottom - stripe.top - 6);
    const bar = child(
      `stripe ${seriesOf(color)}`,
      `inset-inline-start: ${left}px; top: ${stripe.top + 3}px; height: ${height}px; color: ${ink}`,
    );
    this.#listen(bar, coding);
    if (!isNamed) {
      bar.title = name;
      return { elements: [bar], lit: [bar] };
    }
    // As high as the coding goes on: within it the name stays in view.
    const runHeight = Math.max(NAME_HEIGHT, stripe.bottom - stripe.labelTop);
    const run = child(
      'stripe-run',
      `inset-inline-start: ${labelLeft}px; top: ${stripe.labelTop}px; height: ${runHeight}px`,
    );
    // What sticks has the browser keep a layer of its own, also where there is no room to go along.
    const isMoving = runHeight > NAME_HEIGHT;
    const label = child(
      'stripe-label',
      isMoving ? `top: ${NAMES_REST_AT + stripe.lane * NAME_HEIGHT}px` : 'position: static',
    );
    label.textContent = name;
    label.title = name;
    this.#listen(label, coding);
    run.append(label);
    return { elements: [bar, ...leader(stripe, { left, labelLeft, ink }), run], lit: [bar, label] };
  }

  /** "+3", which lists those for whom there was no lane. */
  #count(codings: readonly Coding[], top: number, names: readonly string[]): Omit<Drawn, 'codings'> {
    const more = child(
      'stripe-more',
      `inset-inline-start: ${FIRST_LANE + STRIPE_LANES * LANE_WIDTH - 2}px; top: ${top}px`,
    );
    more.textContent = `+${codings.length}`;
    more.title = names.join('\n');
    more.addEventListener('click', () => {
      const { left, bottom } = more.getBoundingClientRect();
      this.#events.onList(codings, { x: left, y: bottom + 2 });
    });
    return { elements: [more], lit: [more] };
  }

  #listen(element: HTMLElement, coding: Coding): void {
    element.addEventListener('pointerenter', () => this.#events.onPoint(coding));
    element.addEventListener('pointerleave', () => this.#events.onPoint(null));
    element.addEventListener('click', () => this.#events.onChoose(coding));
  }
}

/** A hairline from stripe to name, with a knee where the name was pushed down. */
function leader(
  stripe: Stripe<Coding>,
  { left, labelLeft, ink }: { left: number; labelLeft: number; ink: string },
): HTMLElement[] {
  const nameMiddle = stripe.labelTop + 8;
  const from = Math.min(stripe.top + 11, Math.max(stripe.top + 5, stripe.bottom - 6));
  const knee = labelLeft - 8;
  // A colour that lets the page through, not an element that does: each of those is blended on its own.
  const line = (style: string): HTMLElement =>
    child('stripe-leader', `${style}; background: color-mix(in oklch, ${ink} ${LEADER_STRENGTH}, transparent)`);
  if (Math.abs(nameMiddle - from) < 4) {
    return [
      line(`inset-inline-start: ${left + 4}px; width: ${labelLeft - left - 8}px; top: ${nameMiddle}px; height: 1px`),
    ];
  }
  return [
    line(`inset-inline-start: ${left + 4}px; width: ${knee - left - 4}px; top: ${from}px; height: 1px`),
    line(
      `inset-inline-start: ${knee}px; width: 1px; top: ${Math.min(from, nameMiddle)}px; height: ${Math.abs(nameMiddle - from)}px`,
    ),
    line(`inset-inline-start: ${knee}px; width: 4px; top: ${nameMiddle}px; height: 1px`),
  ];
}

function child(className: string, style: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  // Through CSSOM: the content security policy forbids style attributes in markup, not this.
  element.style.cssText = style;
  return element;
}
