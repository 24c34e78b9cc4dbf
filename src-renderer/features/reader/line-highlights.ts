/**
 * Styles are kept for what was met, up to so many beyond twice what was needed last: each is asked of each element once.
 */
const SPARE_STYLES = 200;

/**
 * Highlights in the lines of a text. The browser works out the style of each highlight for each element that one of its rules
 * fits, and to do so asks the element about all rules: with two hundred sets of codes on the screen, and rules that fit every
 * line, that took a tenth of a second after each coding. So each rule fits only the lines in which it is needed.
 */
export class LineHighlights {
  readonly #prefix: string;
  readonly #sheet = new CSSStyleSheet();
  readonly #highlights = new Map<string, { readonly name: string; readonly highlight: Highlight }>();
  /** The classes of each line, which are the names of its highlights. */
  #lines: ReadonlyMap<HTMLElement, ReadonlySet<string>> = new Map();
  #next = new Map<HTMLElement, Set<string>>();
  #made = 0;

  /** @param prefix of all names: two texts may be on screen, and highlights are named for the whole document */
  constructor(prefix: string) {
    this.#prefix = prefix;
    document.adoptedStyleSheets.push(this.#sheet);
  }

  destroy(): void {
    this.forget();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** All ranges go; those that are to be seen are added anew, then `end` is called. */
  begin(lines: Iterable<HTMLElement>): void {
    const needed = new Set([...this.#lines.values()].flatMap((names) => [...names])).size;
    if (this.#highlights.size > 2 * needed + SPARE_STYLES) this.forget();
    for (const { highlight } of this.#highlights.values()) highlight.clear();
    this.#next = new Map();
    for (const line of lines) this.#next.set(line, new Set());
  }

  /**
   * @param declarations what it looks like; concrete, since a variable inside ::highlight() would not repaint when it changes
   * @param priority of what lies on one another the higher is seen
   */
  add(
    line: HTMLElement,
    range: StaticRange,
    { declarations, priority }: { declarations: string; priority: number },
  ): void {
    const { name, highlight } = this.#highlightOf(declarations, priority);
    highlight.add(range);
    this.#next.get(line)?.add(name);
  }

  /** Lines that need what they needed before are left alone: each change has the browser work out their styles again. */
  end(): void {
    for (const [line, names] of this.#lines) {
      const next = this.#next.get(line);
      for (const name of names) if (!next?.has(name)) line.classList.remove(name);
    }
    for (const [line, names] of this.#next) {
      const before = this.#lines.get(line);
      for (const name of names) if (!before?.has(name)) line.classList.add(name);
    }
    this.#lines = this.#next;
  }

  /** Every style is made anew when it is met again. */
  forget(): void {
    for (const { name } of this.#highlights.values()) CSS.highlights.delete(name);
    for (const [line, names] of this.#lines) line.classList.remove(...names);
    this.#highlights.clear();
    this.#lines = new Map();
    this.#sheet.replaceSync('');
  }

  #highlightOf(declarations: string, priority: number): { readonly name: string; readonly highlight: Highlight } {
    const key = `${priority} ${declarations}`;
    let known = this.#highlights.get(key);
    if (!known) {
      const name = `${this.#prefix}-${this.#made++}`;
      known = { name, highlight: new Highlight() };
      known.highlight.priority = priority;
      this.#highlights.set(key, known);
      this.#sheet.insertRule(`.${name} > span::highlight(${name}) { ${declarations} }`);
      CSS.highlights.set(name, known.highlight);
    }
    return known;
  }
}
