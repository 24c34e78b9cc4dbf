import { buildCodeTree, type CodeTree } from '#domain/codebook/code-tree.ts';
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

export function useCodeTree(): CodeTree {
  return useProjectValue(treeOf);
}
