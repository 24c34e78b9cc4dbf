import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyCodes, copyCodes, recode, weighCoding, type Passage } from '#domain/coding/change-codings.ts';
import { resizeCoding, splitCoding } from '#domain/coding/change-spans.ts';
import { mergeCodings } from '#domain/coding/merge-codings.ts';
import { trimSpan, type Span } from '#domain/coding/span.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import { invert, type Change } from '#domain/history/change.ts';
import type { CodeId, CoderId, Coding, Memo, MemoId, SourceId } from '#domain/project/records.ts';
import { AT, testEnvironment } from '#tests/support/builders.ts';

const text = new DocText('Lamps off. 😀 Who looks?\nNobody, she said; nobody.');
const codes = ['a', 'b', 'c'] as CodeId[];
const coders = ['ana', 'ben'] as CoderId[];
const sourceId = 'source' as SourceId;

/** A project in small: what any sequence of changes is done to. */
class Desk {
  readonly codings = new Map<string, Coding>();
  readonly memos = new Map<string, Memo>();
  readonly environment = testEnvironment();

  do(change: Change): void {
    for (const { id } of change.codings?.removed ?? []) expect(this.codings.delete(id)).toBe(true);
    for (const [from, to] of change.codings?.updated ?? []) {
      expect(this.codings.get(from.id)).toEqual(from);
      this.codings.set(to.id, to);
    }
    for (const coding of change.codings?.added ?? []) {
      expect(this.codings.has(coding.id)).toBe(false);
      this.codings.set(coding.id, coding);
    }
    for (const { id } of change.memos?.removed ?? []) this.memos.delete(id);
    for (const [, to] of change.memos?.updated ?? []) this.memos.set(to.id, to);
    for (const memo of change.memos?.added ?? []) this.memos.set(memo.id, memo);
  }

  get content(): { existing: Coding[]; memos: Memo[] } {
    return { existing: [...this.codings.values()], memos: [...this.memos.values()] };
  }

  state(): unknown {
    const sorted = (records: Iterable<{ id: string }>): unknown[] =>
      [...records].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return { codings: sorted(this.codings.values()), memos: sorted(this.memos.values()) };
  }
}

const offset = fc.nat(text.text.length);
const span = fc
  .tuple(offset, offset)
  .map(([a, b]) => trimSpan(text.text, { startUtf16: Math.min(a, b), endUtf16: Math.max(a, b) }));
const step = fc.record({
  what: fc.constantFrom('apply', 'resize', 'split', 'merge', 'recode', 'copy', 'weigh', 'memo'),
  span,
  at: offset,
  code: fc.constantFrom(...codes),
  coder: fc.constantFrom(...coders),
  which: fc.nat(),
  count: fc.integer({ min: 2, max: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function changeOf(desk: Desk, { what, span: wanted, at, code, coder, which, count }: Step): Change {
  const { environment, content } = desk;
  const all = content.existing;
  const coding = all[which % Math.max(1, all.length)];
  const passage = (on: Span): Passage => ({ sourceId, text, span: on, coderId: coder, existing: all });
  if (what === 'apply') return wanted ? applyCodes(passage(wanted), [code], environment) : {};
  if (!coding) return {};
  switch (what) {
    case 'resize':
      return wanted ? resizeCoding(coding, wanted, text, content, environment) : {};
    case 'split':
      return splitCoding(coding, at, text, content, environment);
    case 'merge': {
      const alike = all.filter(({ codeId, coderId }) => codeId === coding.codeId && coderId === coding.coderId);
      return mergeCodings(alike.slice(0, count), text, content, environment);
    }
    case 'recode':
      return recode([coding], code, content, environment);
    case 'copy':
      return wanted ? copyCodes(all.slice(0, count), passage(wanted), environment) : {};
    case 'weigh':
      return weighCoding(coding, which % 101, environment);
    default: {
      const id = environment.newId() as MemoId;
      const subject = { kind: 'coding', codingId: coding.id } as const;
      const memo: Memo = {
        id,
        subject,
        type: 'note',
        title: '',
        body: '',
        createdAt: AT,
        modifiedAt: AT,
        createdBy: coder,
      };
      return { memos: { added: [memo] } };
    }
  }
}

function checkWhatIsTrueOfAll(desk: Desk): void {
  const seen = new Set<string>();
  const spanOfSelection = new Map<string, string>();
  const selectionOfSpan = new Map<string, string>();
  for (const { codeId, coderId, startUtf16, endUtf16, selectionId, quote } of desk.codings.values()) {
    const place = `${coderId} ${startUtf16} ${endUtf16}`;
    expect(seen.has(`${codeId} ${place}`), 'no two identical codings').toBe(false);
    seen.add(`${codeId} ${place}`);
    expect(spanOfSelection.get(selectionId) ?? place, 'a selection has one span').toBe(place);
    spanOfSelection.set(selectionId, place);
    expect(selectionOfSpan.get(place) ?? selectionId, 'a span has one selection').toBe(selectionId);
    selectionOfSpan.set(place, selectionId);
    expect(quote).toBe(text.text.slice(startUtf16, endUtf16));
    expect(quote).not.toBe('');
  }
  for (const { subject } of desk.memos.values()) {
    if (subject.kind === 'coding') expect(desk.codings.has(subject.codingId), 'a memo keeps its subject').toBe(true);
  }
}

it('holds to what is true of all codings whatever is done to them, and takes all of it back exactly', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const desk = new Desk();
      const done: { before: unknown; change: Change }[] = [];
      for (const next of steps) {
        const before = desk.state();
        const memoCount = desk.memos.size;
        const change = changeOf(desk, next);
        desk.do(change);
        done.push({ before, change });
        checkWhatIsTrueOfAll(desk);
        if (next.what !== 'memo') expect(desk.memos.size).toBe(memoCount);
      }
      for (const { before, change } of done.toReversed()) {
        desk.do(invert(change));
        expect(desk.state()).toEqual(before);
      }
    }),
    { numRuns: 300 },
  );
});
