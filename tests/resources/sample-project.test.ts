import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseMarkup, writeMarkup } from '#domain/memos/memo-markup.ts';
import { memoTypes } from '#domain/project/records.ts';

const inks = [
  'brick',
  'orange',
  'ochre',
  'citron',
  'moss',
  'leaf',
  'pine',
  'teal',
  'cyan',
  'azure',
  'cobalt',
  'indigo',
  'violet',
  'orchid',
  'rose',
  'walnut',
] as const;

const text = v.pipe(v.string(), v.nonEmpty());

const sampleSchema = v.strictObject({
  name: text,
  introduction: text,
  coders: v.tuple([text, text]),
  codes: v.array(
    v.strictObject({
      key: text,
      parent: v.nullable(text),
      name: text,
      color: v.nullable(v.picklist(inks)),
      shortcut: v.nullable(v.pipe(v.string(), v.regex(/^[1-9]$/))),
      isCodable: v.boolean(),
      definition: text,
      include: v.string(),
      exclude: v.string(),
      example: v.string(),
      memo: v.string(),
    }),
  ),
  sources: v.array(v.strictObject({ key: text, file: text, name: v.optional(text) })),
  codings: v.array(
    v.strictObject({
      key: v.optional(text),
      source: text,
      quote: text,
      occurrence: v.pipe(v.number(), v.integer(), v.minValue(1)),
      codes: v.pipe(v.array(text), v.minLength(1)),
      coder: text,
      memo: v.string(),
    }),
  ),
  memos: v.array(
    v.strictObject({
      key: text,
      on: v.variant('kind', [
        v.strictObject({ kind: v.literal('project') }),
        v.strictObject({ kind: v.literal('source'), source: text }),
        v.strictObject({ kind: v.literal('passage'), source: text, quote: text, occurrence: v.number() }),
        v.strictObject({ kind: v.literal('coding'), coding: text }),
        v.strictObject({ kind: v.literal('code'), code: text }),
      ]),
      type: v.picklist(memoTypes),
      title: v.string(),
      body: text,
      coder: text,
    }),
  ),
});

interface Span {
  source: string;
  start: number;
  end: number;
  code: string;
  coder: string;
}

const folder = new URL('../../resources/sample/', import.meta.url);
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const read = (name: string): string => decoder.decode(readFileSync(fileURLToPath(new URL(name, folder))));

const json = read('sample-project.json');
const project = v.parse(sampleSchema, JSON.parse(json));
const texts = new Map(
  readdirSync(fileURLToPath(new URL('texts/', folder))).map((file) => [
    file,
    read(`texts/${encodeURIComponent(file)}`),
  ]),
);

function textOf(source: string): string {
  const found = texts.get(source);
  if (found === undefined) throw new Error(`No text "${source}"`);
  return found;
}

/** Position of the nth occurrence, or -1. */
function positionOf(whole: string, quote: string, occurrence: number): number {
  let position = -1;
  for (let n = 0; n < occurrence; n += 1) {
    position = whole.indexOf(quote, position + 1);
    if (position === -1) return -1;
  }
  return position;
}

const wordCount = (value: string): number => value.split(/\s+/).filter((word) => word !== '').length;
const codable = project.codes.filter((code) => code.isCodable);
const groups = project.codes.filter((code) => !code.isCodable);

const spans: Span[] = project.codings.flatMap((coding) => {
  const start = positionOf(textOf(coding.source), coding.quote, coding.occurrence);
  const end = start + coding.quote.length;
  return coding.codes.map((code) => ({ source: coding.source, start, end, code, coder: coding.coder }));
});
const [first, second] = project.coders;
const spansOf = (coder: string): Span[] => spans.filter((span) => span.coder === coder);

function pairs(list: readonly Span[], test: (a: Span, b: Span) => boolean): number {
  return list.reduce(
    (sum, a, index) => sum + list.slice(index + 1).filter((b) => a.source === b.source && test(a, b)).length,
    0,
  );
}

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const holds = (a: Span, b: Span): boolean => !same(a, b) && a.start <= b.start && b.end <= a.end;
const crosses = (a: Span, b: Span): boolean => touches(a, b) && !same(a, b) && !holds(a, b) && !holds(b, a);

describe('sample texts', () => {
  it('are the seven files the project lists, with ASCII names', () => {
    expect(project.sources.map((source) => source.file).sort()).toEqual([...texts.keys()].sort());
    expect(texts.size).toBe(7);
    for (const file of texts.keys()) expect(file).toMatch(/^[ -~]+\.txt$/);
  });

  it.each([...texts])('%s is clean UTF-8 with paragraphs', (_file, whole) => {
    expect(whole).not.toContain('\r');
    expect(whole).not.toContain('\uFEFF');
    expect(whole).not.toContain('\uFFFD');
    expect(whole).not.toMatch(/["'\t]/);
    expect(whole).not.toMatch(/ {2}|[ ]\n|\n /);
    expect(whole).toMatch(/\S\n$/);
    const paragraphs = whole.trimEnd().split('\n\n');
    expect(paragraphs.length).toBeGreaterThan(6);
    for (const paragraph of paragraphs) expect(paragraph).not.toMatch(/\n|^$/);
    expect(wordCount(paragraphs[0] ?? '')).toBeLessThan(12);
    expect(paragraphs[1]).toMatch(/ 202[45]\b/);
    expect(wordCount(whole)).toBeGreaterThanOrEqual(450);
    expect(wordCount(whole)).toBeLessThanOrEqual(1100);
  });

  it('hold a transcript with turns', () => {
    const transcript = [...texts].find(([file]) => file.includes('Interview'))?.[1] ?? '';
    const turns = transcript.trimEnd().split('\n\n').slice(2);
    expect(turns.length).toBeGreaterThan(20);
    for (const turn of turns) expect(turn).toMatch(/^(Interviewer|R\.): /);
  });
});

describe('sample project file', () => {
  it('has no carriage returns and no byte order mark', () => {
    expect(json).not.toContain('\r');
    expect(json).not.toContain('\uFEFF');
  });
});

describe('sample codebook', () => {
  it('has about twelve codes in three or four groups', () => {
    expect(codable.length).toBeGreaterThanOrEqual(11);
    expect(codable.length).toBeLessThanOrEqual(14);
    expect([3, 4]).toContain(groups.length);
    expect(new Set(project.codes.map((code) => code.key)).size).toBe(project.codes.length);
    expect(new Set(project.codes.map((code) => code.name)).size).toBe(project.codes.length);
  });

  it('lists every parent before its codes, in two levels', () => {
    for (const group of groups) expect(group).toMatchObject({ parent: null, color: null, shortcut: null });
    const groupKeys = groups.map((group) => group.key);
    for (const code of codable) {
      expect(groupKeys).toContain(code.parent);
      expect(project.codes.findIndex((other) => other.key === code.parent)).toBeLessThan(project.codes.indexOf(code));
    }
  });

  it('gives every code an ink, and inks within a group stand apart', () => {
    const used = codable.map((code) => code.color);
    expect(used).not.toContain(null);
    expect(new Set(used).size).toBe(used.length);
    for (const a of codable) {
      for (const b of codable) {
        if (a === b || a.parent !== b.parent || a.color === null || b.color === null) continue;
        const gap = Math.abs(inks.indexOf(a.color) - inks.indexOf(b.color));
        expect(Math.min(gap, inks.length - gap), `${a.name}, ${b.name}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('uses each shortcut once', () => {
    const shortcuts = codable.flatMap((code) => (code.shortcut === null ? [] : [code.shortcut]));
    expect(shortcuts.sort()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it.each(codable.map((code) => [code.name, code] as const))('"%s" has its rules and a true example', (_name, code) => {
    expect(code.include).not.toBe('');
    expect(code.exclude).not.toBe('');
    expect(code.example).not.toBe('');
    expect([...texts.values()].some((whole) => whole.includes(code.example))).toBe(true);
  });

  it('refers only to codes that exist', () => {
    const names = project.codes.map((code) => code.name);
    for (const code of codable) {
      for (const [, name] of code.exclude.matchAll(/: use ([A-Z][^.]*)\./g)) expect(names).toContain(name);
    }
  });
});

describe('sample codings', () => {
  it.each(project.codings.map((coding) => [coding.quote.slice(0, 60), coding] as const))('%s', (_start, coding) => {
    const whole = textOf(coding.source);
    const start = positionOf(whole, coding.quote, coding.occurrence);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(coding.quote).toBe(coding.quote.trim());
    const before = whole.slice(Math.max(0, start - 1), start + 1);
    const end = start + coding.quote.length;
    const after = whole.slice(end - 1, end + 1);
    expect(before).not.toMatch(/^[\p{L}\p{N}]{2}$/u);
    expect(after).not.toMatch(/^[\p{L}\p{N}]{2}$/u);
    expect(wordCount(coding.quote)).toBeGreaterThanOrEqual(3);
    expect(project.coders).toContain(coding.coder);
    for (const key of coding.codes) expect(codable.map((code) => code.key)).toContain(key);
  });

  it('number 62 to 70, and use every code', () => {
    expect(spans.length).toBeGreaterThanOrEqual(62);
    expect(spans.length).toBeLessThanOrEqual(70);
    for (const code of codable) expect(spans.filter((span) => span.code === code.key).length).toBeGreaterThan(2);
  });

  it('are never given twice', () => {
    const ids = spans.map((span) => [span.source, span.start, span.end, span.code, span.coder].join('|'));
    expect(new Set(ids).size).toBe(ids.length);
    const sameCode = spans.filter((a) =>
      spans.some((b) => a !== b && a.source === b.source && a.code === b.code && a.coder === b.coder && touches(a, b)),
    );
    expect(sameCode).toEqual([]);
  });

  it('leave one text new and one barely begun', () => {
    const counts = [...texts.keys()]
      .map((file) => spans.filter((span) => span.source === file).length)
      .sort((a, b) => a - b);
    expect(counts[0]).toBe(0);
    expect(counts[1]).toBeGreaterThanOrEqual(1);
    expect(counts[1]).toBeLessThanOrEqual(3);
    expect(counts[2]).toBeGreaterThanOrEqual(5);
  });

  it('overlap in every way for the first coder', () => {
    const list = spansOf(first);
    expect(pairs(list, same)).toBeGreaterThanOrEqual(2);
    expect(pairs(list, (a, b) => holds(a, b) || holds(b, a))).toBeGreaterThanOrEqual(8);
    expect(pairs(list, crosses)).toBeGreaterThanOrEqual(3);
    const deepest = Math.max(
      ...list.map((at) => list.filter((s) => s.source === at.source && s.start <= at.start && at.start < s.end).length),
    );
    expect(deepest).toBeGreaterThanOrEqual(4);
  });

  it('range from three words to a paragraph, and cross one border', () => {
    const quotes = project.codings.map((coding) => coding.quote);
    expect(quotes.some((quote) => wordCount(quote) <= 4)).toBe(true);
    expect(project.codings.some((coding) => textOf(coding.source).split('\n\n').includes(coding.quote))).toBe(true);
    expect(quotes.filter((quote) => quote.includes('\n\n')).length).toBe(1);
    expect(project.codings.some((coding) => coding.occurrence > 1)).toBe(true);
  });

  it('show real disagreement in the two texts both have coded', () => {
    const shared = new Set(spansOf(second).map((span) => span.source));
    expect(shared.size).toBe(2);
    let identical = 0;
    let shifted = 0;
    let different = 0;
    for (const b of spansOf(second)) {
      const near = spansOf(first).filter((a) => a.source === b.source && touches(a, b));
      if (near.some((a) => a.code === b.code && same(a, b))) identical += 1;
      else if (near.some((a) => a.code === b.code)) shifted += 1;
      else if (near.length > 0) different += 1;
    }
    expect(identical).toBeGreaterThanOrEqual(3);
    expect(shifted).toBeGreaterThanOrEqual(4);
    expect(different).toBeGreaterThanOrEqual(2);
  });

  it('carry five or six comments, by both coders', () => {
    const withMemo = project.codings.filter((coding) => coding.memo !== '');
    expect([5, 6]).toContain(withMemo.length);
    expect(new Set(withMemo.map((coding) => coding.coder)).size).toBe(2);
  });
});

describe('sample memos', () => {
  const { memos } = project;

  it('are of every type and on every kind of thing, by both coders', () => {
    expect(new Set(memos.map(({ type }) => type))).toEqual(new Set(memoTypes));
    expect(new Set(memos.map(({ on }) => on.kind))).toEqual(
      new Set(['project', 'source', 'passage', 'coding', 'code']),
    );
    expect(new Set(memos.map(({ coder }) => coder))).toEqual(new Set(project.coders));
  });

  it('are written as the editor would write them', () => {
    for (const { body } of memos) expect(writeMarkup(parseMarkup(body))).toBe(body);
  });
});
