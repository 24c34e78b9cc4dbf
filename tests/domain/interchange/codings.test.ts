import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { quoteAndContext } from '#domain/coding/anchor.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import { CodingsTable, groupByName } from '#domain/interchange/codings-csv.ts';
import type { Guarding } from '#domain/interchange/csv-format.ts';
import { importCodings, sourcesNeeded, type CodingsImport } from '#domain/interchange/import-codings.ts';
import type { Table } from '#domain/interchange/read-table.ts';
import type {
  Code,
  Coder,
  CodeId,
  CoderId,
  Coding,
  CodingId,
  SelectionId,
  Source,
  SourceId,
} from '#domain/project/records.ts';
import { codeOf, coderId, codingOf, countingEnvironment } from '../codebook/code-builder.ts';
import { parseTable, throughCsv } from './table-builder.ts';

interface World {
  readonly sources: readonly Source[];
  readonly texts: ReadonlyMap<SourceId, DocText>;
  readonly codes: readonly Code[];
  readonly coders: readonly Coder[];
  readonly codings: readonly Coding[];
}

const ann: Coder = { id: coderId, name: 'Ann', createdAt: '' };
const bo: Coder = { id: 'coder-2' as CoderId, name: 'Bo', createdAt: '' };

function sourceOf(id: string, name: string, path = `folder/${name}.txt`): Source {
  return {
    id: id as SourceId,
    name,
    path,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    encodingCertainty: 'valid',
    fileSha256: '',
    textSha256: '',
    sizeInBytes: 0,
    characters: 0,
    words: 0,
    paragraphs: 0,
    warnings: [],
    importedAt: '',
    importedBy: coderId,
  };
}

function worldOf(texts: Record<string, string>, codes: readonly Code[], codings: readonly Coding[] = []): World {
  const sources = Object.keys(texts).map((name) => sourceOf(`source-${name}`, name));
  const byId = new Map(Object.entries(texts).map(([name, text]) => [`source-${name}` as SourceId, new DocText(text)]));
  return { sources, texts: byId, codes, coders: [ann, bo], codings };
}

/** A coding as the app makes it on a span of a text. */
function codedSpan(
  world: World,
  id: string,
  source: string,
  start: number,
  end: number,
  code: string,
  fields: Partial<Coding> = {},
): Coding {
  const sourceId = `source-${source}` as SourceId;
  const anchor = quoteAndContext(world.texts.get(sourceId)?.text ?? '', start, end);
  return codingOf(id, code, { sourceId, startUtf16: start, endUtf16: end, ...anchor, ...fields });
}

function exported({ sources, texts, codes, coders, codings }: World, guarding: Guarding = 'guarded'): Table {
  const hasWeights = codings.some(({ weight }) => weight !== undefined);
  const table = new CodingsTable(buildCodeTree(codes), coders, guarding, hasWeights);
  const rows = groupByName(sources).flatMap((group) => [
    ...table.rowsOf(
      group.map((source) => ({
        source,
        text: texts.get(source.id) ?? new DocText(''),
        codings: codings.filter(({ sourceId }) => sourceId === source.id),
      })),
    ),
  ]);
  return throughCsv(table.header, rows, guarding);
}

// Fresh ids are fresh across imports too.
let imports = 0;

function imported(table: Table | string, world: World): CodingsImport {
  const parsed = typeof table === 'string' ? parseTable(table) : table;
  const asked = new Set(sourcesNeeded(parsed, world.sources));
  const textOf = (id: SourceId): DocText | undefined => (asked.has(id) ? world.texts.get(id) : undefined);
  return importCodings(parsed, world, coderId, textOf, countingEnvironment(`new-${++imports}`));
}

const byId = (codings: readonly Coding[] = []): Coding[] => [...codings].sort((a, b) => (a.id < b.id ? -1 : 1));
const none = { added: 0, updated: 0, unchanged: 0, relocated: 0, skipped: [], warnings: [] };

const lamps = 'One 😀 lamp.\n\nTwo lamps, one street.\n';

describe('codings as a table', () => {
  it('has a row per coding with offsets in code points, paragraphs and context', () => {
    const world = worldOf({ a: lamps }, [
      codeOf('p', { name: 'Place' }),
      codeOf('c', { name: 'Light', parent: 'p', color: 'teal' }),
    ]);
    const codings = [codedSpan(world, 'k', 'a', 7, 20, 'c', { memo: 'm', selectionId: 's' as SelectionId })];
    const { header, rows } = exported({ ...world, codings });
    expect(Object.fromEntries(header.map((name, index) => [name, rows[0]?.[index]]))).toEqual({
      id: 'k',
      document: 'a',
      tag: 'Place > Light',
      content: 'lamp.\n\nTwo la',
      code: 'Light',
      coder: 'Ann',
      start: '6',
      end: '19',
      paragraph_start: '1',
      paragraph_end: '2',
      context_before: 'One 😀 ',
      context_after: 'mps, one street.\n',
      memo: 'm',
      created_at: '2026-01-01T00:00:00.000Z',
      modified_at: '2026-01-01T00:00:00.000Z',
      selection_id: 's',
      document_id: 'source-a',
      document_path: 'folder/a.txt',
      code_id: 'c',
      code_color: 'teal',
      format: 'postil-codings/1+guarded',
    });
  });

  it('is ordered by document, start, end, tag and id, also where two documents share a name', () => {
    const world = worldOf({ b: 'abcdef', B: 'abcdef', other: 'abcdef' }, [
      codeOf('x', { name: 'a' }),
      codeOf('y', { name: 'B' }),
    ]);
    const sources = world.sources.map((source) => (source.name === 'other' ? { ...source, name: 'b' } : source));
    const codings = [
      codedSpan(world, '1', 'b', 2, 3, 'x'),
      codedSpan(world, '2', 'other', 1, 3, 'x'),
      codedSpan(world, '3', 'b', 1, 3, 'y'),
      codedSpan(world, '5', 'other', 1, 3, 'y'),
      codedSpan(world, '4', 'b', 1, 3, 'x'),
      codedSpan(world, '6', 'b', 1, 2, 'x'),
      codedSpan(world, '7', 'B', 5, 6, 'x'),
    ];
    expect(
      exported({ ...world, sources, codings })
        .rows.map(([id]) => id)
        .join(''),
    ).toBe('7635241');
  });

  it('comes back as the same codings, and a second time changes nothing', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '\n', '😀', '=', "'", '"', ',', 'ש', '-');
    const text = fc.string({ unit, minLength: 1, maxLength: 120 });
    const draft = fc.record({
      source: fc.nat(1),
      from: fc.nat(),
      to: fc.nat(),
      code: fc.nat(2),
      coder: fc.nat(1),
      memo: text,
      weight: fc.option(fc.nat(100), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(draft),
        fc.constantFrom<Guarding>('guarded', 'raw'),
        (one, two, drafts, guarding) => {
          const empty = worldOf({ one, two }, [
            codeOf('c0'),
            codeOf('c1', { parent: 'c0' }),
            codeOf('c2', { name: '=c' }),
          ]);
          const made = new Map<string, Coding>();
          for (const { source, from, to, code, coder, memo, weight } of drafts) {
            const name = source ? 'two' : 'one';
            // Whole code points, as the app selects them.
            const points = Array.from(source ? two : one);
            const [a = 0, b = 0] = [from % (points.length + 1), to % (points.length + 1)].sort((x, y) => x - y);
            if (a === b) continue;
            const [start, end] = [points.slice(0, a).join('').length, points.slice(0, b).join('').length];
            const selectionId = `${name} ${start} ${end} ${coder}` as SelectionId;
            const by = (coder ? bo : ann).id;
            const id = `${selectionId} ${code}`;
            const fields = { coderId: by, memo, selectionId, ...(weight !== undefined && { weight }) };
            made.set(id, codedSpan(empty, id, name, start, end, `c${code}`, fields));
          }
          const codings = [...made.values()];
          const table = exported({ ...empty, codings }, guarding);
          const result = imported(table, empty);
          expect(result.report).toEqual({ ...none, added: codings.length });
          expect(byId(result.change.codings?.added)).toEqual(byId(codings));
          const again = imported(table, { ...empty, codings });
          expect(again.change).toEqual({});
          expect(again.report).toEqual({ ...none, unchanged: codings.length });
        },
      ),
    );
  });
});

describe('importing codings', () => {
  const empty = worldOf({ a: lamps, b: 'Nothing here. Nothing there.' }, [codeOf('c')]);
  const coding = codedSpan(empty, 'k', 'a', 14, 23, 'c', { selectionId: 's' as SelectionId });
  const world: World = { ...empty, codings: [coding] };

  function edited(table: Table, column: string, cell: string): Table {
    const index = table.header.indexOf(column);
    return { header: table.header, rows: table.rows.map((row) => row.with(index, cell)) };
  }

  it('finds the document by id, path, name, and name with ending', () => {
    const table = (columns: string, cells: string): string => `${columns},tag,content\n${cells},c,Two lamps\n`;
    for (const csv of [
      table('document_id', 'source-a'),
      table('document_path', 'folder/a.txt'),
      table('document', 'a'),
      table('document', 'A.TXT'),
      table('document', 'a.docx'),
    ]) {
      expect(sourcesNeeded(parseTable(csv), world.sources)).toEqual(['source-a']);
      expect(imported(csv, empty).change.codings?.added?.map(({ startUtf16 }) => startUtf16)).toEqual([14]);
    }
  });

  it('updates a coding whose row was edited, and not again', () => {
    const table = edited(exported(world), 'memo', 'Edited');
    const result = imported(table, world);
    const after = { ...coding, memo: 'Edited', modifiedAt: '2026-02-03T04:05:06.000Z' };
    expect(result.change).toEqual({ codings: { updated: [[coding, after]] } });
    expect(imported(table, { ...world, codings: [after] }).report).toEqual({ ...none, unchanged: 1 });
  });

  it('has a column of weights after the memos only where something was weighed, and reads it back', () => {
    expect(exported(world).header).not.toContain('weight');
    const table = exported({ ...world, codings: [{ ...coding, weight: 70 }] });
    expect(table.header.slice(12, 14)).toEqual(['memo', 'weight']);
    const weightAfter = (cell: string): unknown =>
      imported(edited(table, 'weight', cell), { ...world, codings: [{ ...coding, weight: 70 }] }).change.codings
        ?.updated?.[0]?.[1].weight;
    expect(weightAfter('0')).toBe(0);
    const cleared = imported(edited(table, 'weight', ''), { ...world, codings: [{ ...coding, weight: 70 }] });
    expect(cleared.change.codings?.updated?.[0]?.[1]).not.toHaveProperty('weight');
    const odd = imported(edited(table, 'weight', '101'), { ...world, codings: [{ ...coding, weight: 70 }] });
    expect(odd.report).toMatchObject({ unchanged: 1, warnings: [{ problem: { code: 'weightInvalid' } }] });
  });

  it('finds a passage again whose text has moved, and says so', () => {
    const moved = { ...worldOf({ a: `New.\n${lamps}` }, [codeOf('c')]) };
    const { report, change } = imported(exported(world), moved);
    expect(report).toEqual({ ...none, added: 1, relocated: 1 });
    expect(change.codings?.added?.map(({ startUtf16, quote }) => [startUtf16, quote])).toEqual([[19, 'Two lamps']]);
  });

  it('skips what it cannot place, and says why', () => {
    const table = [
      'id,document,tag,content',
      '1,a,c,gone',
      '2,z,c,lamp',
      '3,,c,lamp',
      '4,b,c,Nothing',
      '5,a,,Two lamps',
      '6,a,c,',
    ].join('\n');
    const { report, change } = imported(table, empty);
    expect(change).toEqual({});
    expect(report.skipped).toEqual([
      { row: 2, problem: { code: 'quoteNotFound', params: { document: 'a', quote: 'gone' } } },
      { row: 3, problem: { code: 'documentNotFound', params: { document: 'z' } } },
      { row: 4, problem: { code: 'documentMissing', params: {} } },
      { row: 5, problem: { code: 'quoteAmbiguous', params: { document: 'b', quote: 'Nothing' } } },
      { row: 6, problem: { code: 'tagMissing', params: {} } },
      { row: 7, problem: { code: 'quoteMissing', params: {} } },
    ]);
  });

  it('does not guess between two documents of one name', () => {
    const twice = { ...empty, sources: [...empty.sources, sourceOf('x', 'a', 'elsewhere/a.txt')] };
    expect(imported('document,tag,content\na,c,lamp\n', twice).report.skipped).toEqual([
      { row: 2, problem: { code: 'documentAmbiguous', params: { document: 'a', count: 2 } } },
    ]);
  });

  it("reads Taguette's highlights: one selection per passage, codes and coders made when missing", () => {
    const table = 'id,document,tag,content,coder\n1,a.txt,c,Two lamps,Cleo\n1,a.txt,Light > Lamp,Two lamps,Cleo\n';
    const { report, change } = imported(table, empty);
    expect(report).toEqual({ ...none, added: 2 });
    expect(change.coders?.added?.map(({ name }) => name)).toEqual(['Cleo']);
    expect(change.codes?.added?.map(({ name }) => name)).toEqual(['Light', 'Lamp']);
    const added = change.codings?.added ?? [];
    expect(new Set(added.map(({ selectionId }) => selectionId)).size).toBe(1);
    expect(new Set(added.map(({ id }) => id)).size).toBe(2);
    expect(imported(table, { ...empty, ...recordsAfter(empty, change) }).report).toEqual({ ...none, unchanged: 2 });
  });

  it('brings codes along with their ids and colours', () => {
    const { change } = imported(exported(world), { ...empty, codes: [] });
    expect(change.codes?.added?.map(({ id, name, color }) => [id, name, color])).toEqual([['c', 'c', 'brick']]);
  });

  it('does not add an identical coding under another id, but keeps its memo', () => {
    const table = edited(edited(exported(world), 'id', 'other'), 'memo', 'Theirs');
    const taken = imported(table, world);
    expect(taken.change.codings?.updated?.map(([, to]) => [to.id, to.memo])).toEqual([['k', 'Theirs']]);
    const both = imported(table, { ...world, codings: [{ ...coding, memo: 'Mine' }] });
    expect([both.change, both.report.warnings]).toEqual([
      {},
      [{ row: 2, problem: { code: 'memoDiffers', params: { document: 'a' } } }],
    ]);
  });

  it('keeps the weight of an identical coding under another id, and of two weights the one that is there', () => {
    const weighed = { ...world, codings: [{ ...coding, weight: 70 }] };
    const table = edited(exported(weighed), 'id', 'other');
    const taken = imported(table, world);
    expect(taken.change.codings?.updated?.map(([, to]) => [to.id, to.weight])).toEqual([['k', 70]]);
    expect(imported(table, weighed).report).toEqual({ ...none, unchanged: 1 });
    const both = imported(table, { ...world, codings: [{ ...coding, weight: 20 }] });
    expect([both.change, both.report.warnings.map(({ problem }) => problem.code)]).toEqual([{}, ['weightDiffers']]);
  });

  it('gives a coding the selection its span has already', () => {
    const added = codedSpan(world, 'new', 'a', 14, 23, 'd', {
      codeId: 'd' as CodeId,
      selectionId: 'theirs' as SelectionId,
    });
    const codes = [...world.codes, codeOf('d')];
    const table = exported({ ...world, codes, codings: [added] });
    expect(imported(table, { ...world, codes }).change.codings?.added).toEqual([{ ...added, selectionId: 's' }]);
  });

  it('warns of repeated ids and of times that mean something else elsewhere', () => {
    const [first = []] = exported(world).rows;
    const second = first.with(2, 'd').with(18, '').with(4, 'd').with(13, '1.2.2026 12:00');
    const { report, change } = imported({ header: exported(world).header, rows: [first, second] }, empty);
    expect(report.warnings.map(({ row, problem }) => [row, problem.code])).toEqual([
      [3, 'idRepeated'],
      [3, 'timeInvalid'],
    ]);
    expect(change.codings?.added?.map(({ id }) => id)).toEqual(['k' as CodingId, expect.stringMatching(/^new-/)]);
  });
});

function recordsAfter(world: World, change: CodingsImport['change']): Pick<World, 'codes' | 'coders' | 'codings'> {
  return {
    codes: [...world.codes, ...(change.codes?.added ?? [])],
    coders: [...world.coders, ...(change.coders?.added ?? [])],
    codings: [...world.codings, ...(change.codings?.added ?? [])],
  };
}
