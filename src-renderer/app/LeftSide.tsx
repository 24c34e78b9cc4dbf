import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { Code } from '#domain/project/records.ts';
import { CodePanel } from '#features/codebook/index.ts';
import { useSession } from '#features/coding/index.ts';
import { useCommandCenter } from '#features/commands/index.ts';
import { SourceList } from '#features/corpus/index.ts';
import { focusedSide, useDesk, useDeskState } from '#features/desk/index.ts';
import type { MemoActions } from '#features/memos/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { useArrangement } from './arrangement-context.tsx';
import { focusCodebook } from './use-centre.ts';
import type { CodeActions } from './use-code-actions.ts';
import type { SourceActions } from './use-source-actions.tsx';

export interface LeftSideProps {
  /** Otherwise the codebook stands in the middle, and pressing a code goes to it there. */
  readonly isReading: boolean;
  readonly codes: CodeActions;
  readonly memos: MemoActions;
  readonly sources: SourceActions;
  readonly onListCodings: (code: Code) => void;
  readonly onHistory: (code: Code) => void;
}

/** What is read and what it is coded with: sources above, codes below. */
export function LeftSide({ isReading, codes, memos, sources, onListCodings, onHistory }: LeftSideProps): ReactNode {
  const session = useSession();
  const desk = useDesk();
  const arrangement = useArrangement();
  const commands = useCommandCenter();
  const { t } = useTranslation('workbench');
  const sourceId = useDeskState((state) => focusedSide(state)?.activeId ?? null);
  return (
    <Group
      orientation="vertical"
      className="left-side"
      data-pane="left"
      onLayoutChanged={({ sources: sourcesShare }, { isUserInteraction }) => {
        if (isUserInteraction && sourcesShare !== undefined) arrangement.change({ sourcesShare });
      }}
    >
      <Panel id="sources" defaultSize={`${arrangement.value.sourcesShare}%`} minSize={90}>
        <SourceList
          openId={sourceId}
          onOpen={(id, where) => desk.openSource(id, { where })}
          onAdd={() => commands.run('addSources')}
          onRename={sources.rename}
          onRemove={(removed) => void sources.remove(removed)}
          onWriteMemo={({ id }) => memos.write({ kind: 'source', sourceId: id })}
        />
      </Panel>
      <Separator className="panel-separator horizontal" aria-label={t('panelHeights')} />
      <Panel id="codes" minSize={120}>
        <CodePanel
          onActivate={(code, by) => {
            // A click without a passage only marks the code, as the first of several perhaps.
            const isMarking = by === 'click' && !session.snapshot().selection;
            if (!isReading) {
              session.holdCode(code.id);
              if (by === 'key') focusCodebook();
            } else if (isMarking) session.holdCode(code.id);
            else void codes.give(code);
          }}
          onHold={(id) => session.holdCode(id)}
          onNew={(parentId) => codes.edit({ code: null, parentId })}
          onEdit={(code) => codes.edit({ code, parentId: code.parentId })}
          onList={onListCodings}
          onWriteMemo={({ id }) => memos.write({ kind: 'code', codeId: id })}
          onShowOnly={(ids) => {
            const chosen = ids.map((codeId) => ({ codeId, withSubcodes: false }));
            session.filter({ ...session.snapshot().filter, isOff: false, codes: chosen });
          }}
          onHistory={onHistory}
        />
      </Panel>
    </Group>
  );
}
