import { nextInk } from '#domain/codebook/inks.ts';
import { writeIntroduction } from '#domain/codebook/introduction.ts';
import { applyCodes } from '#domain/coding/change-codings.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId, Coder, CoderId, Coding, ProjectRecord, Source } from '#domain/project/records.ts';
import { makeMemos } from './sample-memos.ts';
import { findOccurrence, known } from './sample-places.ts';
import type { SampleDescription } from './sample-description.ts';

export interface SampleIngredients {
  readonly description: SampleDescription;
  /** The empty one. */
  readonly project: ProjectRecord;
  /** The sources, with their texts, by file name. */
  readonly sources: ReadonlyMap<string, { readonly source: Source; readonly text: string }>;
  /** The id of the first coder. */
  readonly coderId: CoderId;
}

/** The whole sample project as one change of an empty one. */
export function sampleChange(ingredients: SampleIngredients, system: Environment): Change {
  // All is made at one time, so what stands first never hangs on how fast the machine is.
  const at = system.now();
  const environment: Environment = { ...system, now: () => at };
  const { description, project, sources, coderId } = ingredients;
  const coders = description.coders.map((name, index): Coder => ({
    id: index === 0 ? coderId : (environment.newId() as CoderId),
    name,
    createdAt: environment.now(),
  }));
  const codes = makeCodes(description, coderId, environment);
  const codings = makeCodings(ingredients, coders, codes, environment);
  return {
    ...writeIntroduction(project, description.introduction),
    coders: { added: coders },
    sources: { added: [...sources.values()].map(({ source }) => source) },
    codes: { added: [...codes.values()] },
    codings: { added: codings.records },
    memos: { added: makeMemos(description, { sources, coders, codes, codings: codings.byKey }, environment) },
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
): { records: Coding[]; byKey: ReadonlyMap<string, Coding> } {
  const coderIds = new Map(coders.map(({ id, name }) => [name, id]));
  const texts = new Map([...sources].map(([file, { text }]) => [file, new DocText(text)]));
  const bySource = new Map<string, Coding[]>();
  const byKey = new Map<string, Coding>();
  for (const { key, source: file, quote, occurrence, codes: keys, coder, memo } of description.codings) {
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
    const codeIds = keys.map((code) => known(codes, code).id);
    const added = applyCodes(passage, codeIds, environment).codings?.added ?? [];
    // A comment belongs to the passage; with several codes on it, the first carries it.
    bySource.set(file, [...existing, ...added.map((coding, index) => (index === 0 ? { ...coding, memo } : coding))]);
    if (key !== undefined && added[0]) byKey.set(key, added[0]);
  }
  return { records: [...bySource.values()].flat(), byKey };
}
