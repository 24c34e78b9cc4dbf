import { useMemo } from 'react';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId, MemoId, SourceId } from '#domain/project/records.ts';
import { latestFirst, titleOf } from '#domain/memos/memo-list.ts';
import { markOf, useCodeTree } from '#features/codebook/index.ts';
import { commandIds, commandList, useCommandCenter, type CommandId } from '#features/commands/index.ts';
import { inOrder } from '#features/corpus/index.ts';
import { subjectName } from '#features/memos/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import type { MarkProps } from '#ui/CodeMark.tsx';
import { prepareJumps, type JumpTarget, type PreparedJump } from './find-jumps.ts';

export type Jump = JumpTarget &
  (
    | { readonly kind: 'command'; readonly id: CommandId }
    | { readonly kind: 'source'; readonly id: SourceId }
    | { readonly kind: 'memo'; readonly id: MemoId }
    | { readonly kind: 'code'; readonly id: CodeId; readonly mark: MarkProps }
  );

/** All that can be gone to and done now. Read once, when the palette opens: nothing changes beneath a dialog. */
export function useJumps(): readonly PreparedJump<Jump>[] {
  const project = useProject();
  const tree = useCodeTree();
  const center = useCommandCenter();
  const { t: commands } = useTranslation('commands');
  const { t: shortcuts } = useTranslation('shortcuts');
  return useMemo(() => {
    const can = commandIds.filter((id) => id !== 'commandPalette' && center.isEnabled(id));
    const jumps: Jump[] = [
      ...can.map((id): Jump => ({
        kind: 'command',
        key: `command:${id}`,
        id,
        name: commands(id),
        detail: shortcuts(`groups.${commandList[id].group}`),
      })),
      ...inOrder(project.sources.values()).map(({ id, name, path }): Jump => ({
        kind: 'source',
        key: `source:${id}`,
        id,
        name,
        detail: folderOf(path),
      })),
    ];
    const memos = latestFirst(project.memos.values()).flatMap((memo): Jump[] => {
      const name = titleOf(memo);
      const detail = subjectName(project, memo.subject);
      return name === '' ? [] : [{ kind: 'memo', key: `memo:${memo.id}`, id: memo.id, name, detail }];
    });
    return [...prepareJumps(jumps), ...codesOf(tree), ...prepareJumps(memos)];
  }, [project, tree, center, commands, shortcuts]);
}

const prepared = new WeakMap<CodeTree, readonly PreparedJump<Jump>[]>();

/** Thousands of codes are made ready once for each state of the codebook. */
function codesOf(tree: CodeTree): readonly PreparedJump<Jump>[] {
  const known = prepared.get(tree);
  if (known) return known;
  const jumps = tree.codes().map((code): Jump => {
    const above = tree.pathOf(code.id).slice(0, -code.name.length).replace(/ > $/, '');
    return { kind: 'code', key: `code:${code.id}`, id: code.id, name: code.name, detail: above, mark: markOf(code) };
  });
  const fresh = prepareJumps(jumps);
  prepared.set(tree, fresh);
  return fresh;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
