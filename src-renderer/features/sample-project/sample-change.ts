import { nextInk } from '#domain/codebook/inks.ts';
import { applyCodes } from '#domain/coding/change-codings.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId, Coder, CoderId, Coding, ProjectRecord, Source } from '#domain/project/records.ts';
import type { SampleDescription } from './sample-description.ts';

export interface SampleIngredients {
  readonly description: SampleDescription;
  /** The sources, with their texts, by file name. */
  readonly sources: ReadonlyMap<string, { readonly source: Source; readonly text: string }>;
  readonly project: ProjectRecord;
  /** The id of the first coder. */
  readonly coderId: CoderId;
}

/** The whole sample project as one change of an empty one. */
export function sampleChange(ingredients: SampleIngredients, environment: Environment): Change {
  const { description, sources, project, coderId } = ingredients;
  const coders = description.coders.map((name, index): Coder => ({
    id: index === 0 ? coderId : (environment.newId() as CoderId),
    name,
    createdAt: environment.now(),
  }));
  const codes = makeCodes(description, coderId, environment);
  return {
    project: { updated: [[project, { ...project, memo: description.memo }]] },
    coders: { added: coders },
    sources: { added: [...sources.values()].map(({ source }) => source) },
    codes: { added: [...codes.values()] },
    codings: { added: makeCodings(ingredients, coders, codes, environment) },
  };
}

function makeCodes({ codes }: SampleDescription, createdBy: CoderId, environment: Environment): Map<string, Code> {
  const ids = new Map(codes.map(({ key }) => [key, environment.newId() as CodeId]));
  const used = codes.flatMap(({ color }) => color ?? []);
  const at = environment.now();
  const records = new Map<string, Code>();
  for (const [index, { key, parent, color, shortcut, ...fields }] of codes.entries()) {
    const ink = color ?? nextInk(used, []);
    if (color === null) used.push(ink);
    records.set(key, {
      ...fields,
      id: known(ids, key),
      parentId: parent === null ? null : known(ids, parent),
      color: ink,
      shortcut: shortcut ?? '',
      position: index + 1,
      createdAt: at,
      modifiedAt: at,
      createdBy,
    });
  }
  return records;
}

function makeCodings(
  { description, sources }: SampleIngredients,
  coders: readonly Coder[],
  codes: ReadonlyMap<string, Code>,
  environment: Environment,
): Coding[] {
  const coderIds = new Map(coders.map(({ id, name }) => [name, id]));
  const texts = new Map([...sources].map(([file, { text }]) => [file, new DocText(text)]));
  const bySource = new Map<string, Coding[]>();
  for (const { source: file, quote, occurrence, codes: keys, coder, memo } of description.codings) {
    const text = known(texts, file);
    const startUtf16 = findOccurrence(text.text, quote, occurrence);
    const existing = bySource.get(file) ?? [];
    const passage = {
      sourceId: known(sources, file).source.id,
      text,
      span: { startUtf16, endUtf16: startUtf16 + quote.length },
      coderId: known(coderIds, coder),
      existing,
    };
    const codeIds = keys.map((key) => known(codes, key).id);
    const added = applyCodes(passage, codeIds, environment).codings?.added ?? [];
    // A memo belongs to the passage; with several codes on it, the first carries it.
    bySource.set(file, [...existing, ...added.map((coding, index) => (index === 0 ? { ...coding, memo } : coding))]);
  }
  return [...bySource.values()].flat();
}

/** @param occurrence from 1 */
function findOccurrence(text: string, quote: string, occurrence: number): number {
  let at = -1;
  for (let count = 0; count < occurrence; count++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) throw new Error(`the sample has no passage "${quote}"`);
  }
  return at;
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the sample refers to "${String(key)}", which it does not have`);
  return value;
}
