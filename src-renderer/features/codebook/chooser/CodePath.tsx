import type { ReactNode } from 'react';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';

export interface CodePathProps {
  readonly tree: CodeTree;
  readonly id: CodeId;
}

/** What stands above a code, from the top down. Each name keeps its own direction: as one string Hebrew names would change places. */
export function CodePath({ tree, id }: CodePathProps): ReactNode {
  const names: { readonly id: CodeId; readonly name: string }[] = [];
  for (let at = tree.parentOf(id); at !== null; at = tree.parentOf(at)) {
    names.unshift({ id: at, name: tree.get(at)?.name ?? '' });
  }
  return names.map((each, index) => (
    <span key={each.id}>
      {index > 0 && ' > '}
      <bdi>{each.name}</bdi>
    </span>
  ));
}
