import { buildCodeTree, type CodeTree } from '#domain/codebook/code-tree.ts';
import type { Change } from '#domain/history/change.ts';
import { useProjectValue } from '#features/project/index.ts';
import type { OpenProject } from '#storage/open-project.ts';

const trees = new WeakMap<OpenProject, { tree: CodeTree | null }>();

/** The project's codes as a tree: built once per change of the codebook, however many ask. */
export function treeOf(project: OpenProject): CodeTree {
  let cached = trees.get(project);
  if (!cached) {
    const fresh: { tree: CodeTree | null } = { tree: null };
    project.subscribe((change) => {
      if (change?.codes) fresh.tree = null;
    });
    trees.set(project, fresh);
    cached = fresh;
  }
  return (cached.tree ??= buildCodeTree(project.codes.values()));
}

/** The codes as a tree, kept fresh; like all of the project a frame late. */
export function useCodeTree(): CodeTree {
  return useProjectValue(treeOf);
}

/**
 * For the tree itself and the codebook's page, where one waits to see what is done to codes; where passages are coded, too, in the
 * text. Whatever else knows of codes, a dialog that one saves from above all, would only hold that up.
 */
export function useCodeTreeAtOnce(): CodeTree {
  return useProjectValue(treeOf, isOfCodesAlone);
}

function isOfCodesAlone({ codes, codings }: Change): boolean {
  return codes !== undefined && codings === undefined;
}
