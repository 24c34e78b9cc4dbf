import { addCode } from '#domain/codebook/add-code.ts';
import { findNamesake } from '#domain/codebook/code-name.ts';
import { inVivoName } from '#domain/codebook/in-vivo-name.ts';
import type { Code } from '#domain/project/records.ts';
import { treeOf } from '#features/codebook/index.ts';
import type { CodingSession } from '../coding-session.ts';

/**
 * Gives the selection a code named by its own words: the one that has the name already, else a new one. Both are one undo
 * step. Null where nothing is selected, or nothing that could be a name.
 */
export async function codeInVivo(session: CodingSession): Promise<Code | null> {
  const { project, view } = session;
  const { selection } = session.snapshot();
  if (!view || !selection) return null;
  const name = inVivoName(view.doc.text.slice(selection.startUtf16, selection.endUtf16));
  if (name === '') return null;
  const tree = treeOf(project);
  const known = findNamesake(
    tree.codes().filter(({ isCodable }) => isCodable),
    name,
  );
  if (known) {
    await session.code([known.id]);
    return known;
  }
  const outcome = addCode(tree, { name }, project.coderId, project.environment);
  if (!outcome.ok) return null;
  const { change, code } = outcome.value;
  await session.code([code.id], { before: change, label: { key: 'codeInVivo', params: { name } } });
  return code;
}
