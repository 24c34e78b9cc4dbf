import { ChevronRight } from 'lucide-react';
import { useState, type MouseEvent, type ReactNode } from 'react';
import type { CodeLine } from '#domain/codebook/code-lines.ts';
import { withoutSigns } from '#domain/codebook/mentions/code-mentions.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code } from '#domain/project/records.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { markOf } from '../code-color.ts';
import { codersIn, codingsIn, sourcesIn } from '../count-within.ts';
import type { DropPlace, TreeDrag } from './use-tree-drag.ts';

export interface CodeRowProps {
  readonly line: CodeLine;
  readonly tree: CodeTree;
  readonly top: number;
  readonly isSelected: boolean;
  /** The one row that Tab comes to. */
  readonly isCurrent: boolean;
  /** False where it only stands above a code that the filter found. */
  readonly isFound: boolean;
  readonly isCountingBelow: boolean;
  readonly drop: DropPlace | null;
  readonly dragHandlers: TreeDrag['rowHandlers'];
  readonly onPress: (event: MouseEvent, code: Code) => void;
  readonly onToggle: (code: Code) => void;
  readonly onMenu: (event: MouseEvent, code: Code) => void;
  readonly onFocus: (code: Code) => void;
}

/** A code in the tree. */
export function CodeRow(props: CodeRowProps): ReactNode {
  const { line, tree, top, isSelected, isCurrent, isFound, drop } = props;
  const { code } = line;
  const project = useProject();
  const { t } = useTranslation('codebook');
  const [title, setTitle] = useState('');
  return (
    <div
      role="row"
      id={`code-row-${code.id}`}
      data-key={code.id}
      data-code-id={code.id}
      data-drop={drop ?? undefined}
      data-passed={!isFound || undefined}
      aria-label={code.name}
      aria-level={line.depth + 1}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-selected={isSelected}
      {...(line.hasChildren && { 'aria-expanded': line.isExpanded })}
      tabIndex={isCurrent ? 0 : -1}
      className={code.isCodable ? 'code-row' : 'code-row group'}
      style={{ transform: `translateY(${top}px)` }}
      title={title}
      draggable
      {...props.dragHandlers(code)}
      // Counted over the whole project only when somebody wants to know.
      onPointerEnter={() => setTitle(describe(project, code, tree, t))}
      onClick={(event) => props.onPress(event, code)}
      onContextMenu={(event) => props.onMenu(event, code)}
      onFocus={() => props.onFocus(code)}
    >
      <div role="gridcell" className="code-row-content" style={{ paddingInlineStart: `${4 + line.depth * 14}px` }}>
        {line.hasChildren ? (
          <span
            className="code-chevron"
            data-expanded={line.isExpanded || undefined}
            onClick={(event) => {
              event.stopPropagation();
              props.onToggle(code);
            }}
          >
            <Icon of={ChevronRight} size={14} />
          </span>
        ) : (
          line.depth === 0 && <span className="code-chevron" />
        )}
        {code.isCodable && <CodeMark {...markOf(code)} />}
        <span className="code-name">{code.name}</span>
        {code.shortcut !== '' && <Kbd keys={code.shortcut} />}
        <CodeCount code={code} tree={tree} isCountingBelow={props.isCountingBelow} />
      </div>
    </div>
  );
}

/** Alone it follows the counts, so that coding a passage renders a number and not the tree. */
function CodeCount({
  code,
  tree,
  isCountingBelow,
}: {
  code: Code;
  tree: CodeTree;
  isCountingBelow: boolean;
}): ReactNode {
  const count = useProjectValue((project) => {
    if (!project.areCodingsComplete) return null;
    return isCountingBelow ? codingsIn(project, code, tree) : project.counts.ofCode(code.id);
  });
  return <span className="count">{count === null ? '' : formatNumber(count)}</span>;
}

type Translate = ReturnType<typeof useTranslation<'codebook'>>['t'];

function describe(project: OpenProject, code: Code, tree: CodeTree, t: Translate): string {
  const lines = [tree.pathOf(code.id)];
  if (code.aliases?.length) lines.push(t('alsoCalled', { names: code.aliases.join(', ') }));
  if (code.definition !== '') lines.push(withoutSigns(code.definition, tree));
  if (project.areCodingsComplete) {
    const below = codingsIn(project, code, tree);
    const own = project.counts.ofCode(code.id);
    lines.push(
      own === below ? t('countOwn', { codings: own }) : t('countBelow', { own, codings: below }),
      t('countWhere', { sources: sourcesIn(project, code, tree), coders: codersIn(project, code, tree) }),
    );
  }
  return lines.join('\n');
}
