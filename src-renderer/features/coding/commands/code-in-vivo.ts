import { addCode } from '#domain/codebook/add-code.ts';
import { findNamesake } from '#domain/codebook/code-name.ts';
import { inVivoName } from '#domain/codebook/in-vivo-name.ts';
import type { Code } from '#domain/project/records.ts';
import { treeOf } from '#features/codebook/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import type { CodingSession } from '../coding-session.ts';
import type { PlannedCode } from '../coding-writer.ts';

/**
 * Gives the selection a code named by its own words: the one that has the name already, else a new one. Both are one undo
 * step. Null where nothing is selected, or nothing that could be a name.
 */
export async function codeInVivo(session: CodingSession): Promise<Code | null> {
  const { project, view } = session;
  const { selection } = session.snapshot();
  if (!view || !selection) return null;
  const name = inVivoName(view.doc.text.slice(selection.startUtf16, selection.endUtf16));
  // Whether the code is there already is known when its turn has come: pressed twice, the key makes one code.
  const planned = await session.codePlanned(() => planInVivo(project, name));
  return planned?.code ?? null;
}

function planInVivo(project: OpenProject, name: string): (PlannedCode & { readonly code: Code }) | null {
  if (name === '') return null;
  const tree = treeOf(project);
  const codable = tree.codes().filter(({ isCodable }) => isCodable);
  const known = findNamesake(codable, name);
  if (known) return { codeId: known.id, code: known };
  const outcome = addCode(tree, { name }, project.coderId, project.environment);
  if (!outcome.ok) return null;
  const { change, code } = outcome.value;
  return { codeId: code.id, code, before: change, label: { key: 'codeInVivo', params: { name } } };
}
