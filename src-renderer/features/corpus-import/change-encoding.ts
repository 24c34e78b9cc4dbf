import { ask, bridge, ProblemError } from '#bridge/bridge.ts';
import { encodingName } from '#bridge/encoding-name.ts';
import type { Source } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { storeTexts } from '#storage/texts.ts';
import { measureText } from './source-record.ts';

/** Warnings that speak of the reading in the old encoding. */
const ABOUT_DECODING = new Set(['encodingGuessed', 'undecodable', 'nulsReplaced']);

/**
 * Reads a source again from its kept bytes, in another encoding: a step that can be undone.
 * @throws ProblemError when it has codings or memos on passages, which belong to the text as it was read, or no bytes, or would have no text
 */
export async function changeEncoding(project: OpenProject, source: Source, encoding: string): Promise<Source> {
  const { name } = source;
  // Asked of the database, since codings may still be on their way into memory.
  const codings = await project.database.codings.where('sourceId').equals(source.id).count();
  const isNoted = [...project.memos.values()].some(
    ({ subject }) => subject.kind === 'passage' && subject.sourceId === source.id,
  );
  if (codings > 0 || isNoted) throw new ProblemError('encodingCoded', { name });
  const original = await project.database.originals.get(source.fileSha256);
  if (!original) throw new ProblemError('encodingNoOriginal', { name });
  const { text, textSha256 } = await ask(
    bridge().corpusImport.decode({ bytes: new Uint8Array(original.bytes), encoding }),
  );
  if (text.trim() === '') throw new ProblemError('encodingEmpty', { name, encoding });
  await storeTexts(project.database, [{ sha256: textSha256, text }], []);
  const warnings = source.warnings.filter(({ code }) => !ABOUT_DECODING.has(code));
  const changed: Source = { ...source, encoding, textSha256, ...measureText(text), warnings };
  const label = { key: 'changeEncoding', params: { name, encoding: encodingName(encoding) } };
  await project.commit({ sources: { updated: [[source, changed]] } }, { label, policy: 'undoable' });
  return changed;
}
