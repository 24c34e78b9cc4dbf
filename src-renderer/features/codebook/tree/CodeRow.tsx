import { ChevronRight } from 'lucide-react';
import { memo, useState, type CSSProperties, type DragEvent, type MouseEvent, type ReactNode } from 'react';
import type { CodeLine } from '#domain/codebook/code-lines.ts';
import { withoutSigns } from '#domain/codebook/mentions/code-mentions.ts';
import type { Change } from '#domain/history/change.ts';
import type { Code } from '#domain/project/records.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { formatNumber, t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { markOf } from '../code-color.ts';
import { codersIn, codingsIn, sourcesIn } from '../count-within.ts';
import { treeOf } from '../tree-of-project.ts';
import { STICKING_LEVELS } from './sticking-rows.ts';
import type { DropPlace } from './use-tree-drag.ts';
import type { TreeRow } from './use-tree-rows.ts';

const INDENT = 14;
/** So many levels are told apart at leisure; deeper ones step less, so that there is room for their names. */
const FULL_LEVELS = 5;
const DEEP_INDENT = 8;
/** What a row keeps for its name, however deep it stands: a name out of sight is worse than levels that look alike. */
const ROOM_PX = 140;

/** What is done with a row. */
export interface RowActions {
  readonly press: (event: MouseEvent, code: Code) => void;
  readonly toggle: (code: Code) => void;
  readonly menu: (event: MouseEvent, code: Code) => void;
  readonly focus: (code: Code) => void;
  readonly dragStart: (event: DragEvent<HTMLElement>, code: Code) => void;
  readonly dragOver: (event: DragEvent<HTMLElement>, code: Code) => void;
  readonly dragLeave: (event: DragEvent<HTMLElement>, code: Code) => void;
  readonly drop: (event: DragEvent<HTMLElement>, code: Code) => void;
  readonly dragEnd: () => void;
}

export interface CodeRowProps extends Omit<TreeRow, 'index'> {
  readonly line: CodeLine;
  readonly isSelected: boolean;
  /** The one row that Tab comes to. */
  readonly isCurrent: boolean;
  /** False where it only stands above a code that the filter found. */
  readonly isFound: boolean;
  readonly isCountingBelow: boolean;
  readonly drop: DropPlace | null;
  /** Must stay the same, or every row is rendered at every key press. */
  readonly actions: RowActions;
}

/** A code in the tree; rendered anew only when something of its own is different. */
export const CodeRow = memo(function CodeRow(props: CodeRowProps): ReactNode {
  const { line, isSelected, isCurrent, isFound, drop, actions } = props;
  const { code } = line;
  const project = useProject();
  const [title, setTitle] = useState('');
  return (
    <div role="presentation" className="code-row-place" style={{ top: props.top, height: props.height }}>
      <div
        role="row"
        id={`code-row-${code.id}`}
        data-key={code.id}
        data-code-id={code.id}
        data-drop={drop ?? undefined}
        data-passed={!isFound || undefined}
        data-stopped={props.stopped ?? undefined}
        aria-label={code.name}
        aria-level={line.depth + 1}
        aria-posinset={line.position}
        aria-setsize={line.siblings}
        aria-selected={isSelected}
        {...(line.hasChildren && { 'aria-expanded': line.isExpanded })}
        tabIndex={isCurrent ? 0 : -1}
        className={code.isCodable ? 'code-row' : 'code-row group'}
        style={placeOf(line, props.stopsAt)}
        title={title}
        draggable
        onDragStart={(event) => actions.dragStart(event, code)}
        onDragOver={(event) => actions.dragOver(event, code)}
        onDragLeave={(event) => actions.dragLeave(event, code)}
        onDrop={(event) => actions.drop(event, code)}
        onDragEnd={actions.dragEnd}
        // Counted over the whole project only when somebody wants to know.
        onPointerEnter={() => setTitle(describe(project, code))}
        onClick={(event) => actions.press(event, code)}
        onContextMenu={(event) => actions.menu(event, code)}
        onFocus={() => actions.focus(code)}
      >
        <div role="gridcell" className="code-row-content">
          {line.hasChildren ? (
            <span
              className="code-chevron"
              data-expanded={line.isExpanded || undefined}
              onClick={(event) => {
                event.stopPropagation();
                actions.toggle(code);
              }}
            >
              <Icon of={ChevronRight} size={14} />
            </span>
          ) : (
            line.depth === 0 && <span className="code-chevron" />
          )}
          {code.isCodable && <CodeMark {...markOf(code)} />}
          <span className="code-name" dir="auto">
            {code.name}
          </span>
          {code.shortcut !== '' && <Kbd keys={code.shortcut} />}
          <CodeCount code={code} isCountingBelow={props.isCountingBelow} />
        </div>
      </div>
    </div>
  );
}, isSameRow);

function isSameRow(before: CodeRowProps, after: CodeRowProps): boolean {
  // Where the parent's line is shows in no row.
  const lineOf = ({ line }: CodeRowProps): CodeLine => ({ ...line, parent: 0 });
  return areAlike({ ...before, line: null }, { ...after, line: null }) && areAlike(lineOf(before), lineOf(after));
}

function areAlike<T extends object>(before: T, after: T): boolean {
  return (Object.keys(after) as (keyof T)[]).every((key) => before[key] === after[key]);
}

/** A group that sticks stays where the groups above it leave off, and lies over what scrolls beneath. */
function placeOf({ depth }: CodeLine, stopsAt: number | null): CSSProperties {
  const into = 4 + Math.min(depth, FULL_LEVELS) * INDENT + Math.max(0, depth - FULL_LEVELS) * DEEP_INDENT;
  const beneath = depth > 0 ? ' + var(--beneath, 0px)' : '';
  const full = `${into}px${beneath}`;
  // Shares are of the row's width wherever the indent is used.
  const indent = {
    '--indent': depth > FULL_LEVELS ? `min(${full}, 100% - ${ROOM_PX}px)` : `calc(${full})`,
  } as CSSProperties;
  return stopsAt === null ? indent : { ...indent, position: 'sticky', top: stopsAt, zIndex: STICKING_LEVELS - depth };
}

/**
 * Alone it follows the counts, so that coding a passage renders two numbers and not the tree. They show with the passage: so
 * little does not hold it up.
 */
function CodeCount({ code, isCountingBelow }: { code: Code; isCountingBelow: boolean }): ReactNode {
  const count = useProjectValue((project) => {
    if (!project.areCodingsComplete) return null;
    return isCountingBelow ? codingsIn(project, code, treeOf(project)) : project.counts.ofCode(code.id);
  }, isOfCounts);
  return <span className="count">{count === null ? '' : formatNumber(count)}</span>;
}

function isOfCounts({ codes, codings }: Change): boolean {
  return codes !== undefined || codings !== undefined;
}

function describe(project: OpenProject, code: Code): string {
  const tree = treeOf(project);
  const lines = [tree.pathOf(code.id)];
  if (code.aliases?.length) lines.push(t('codebook:alsoCalled', { names: code.aliases.join(', ') }));
  if (code.definition !== '') lines.push(withoutSigns(code.definition, tree));
  if (project.areCodingsComplete) {
    const below = codingsIn(project, code, tree);
    const own = project.counts.ofCode(code.id);
    lines.push(
      own === below ? t('codebook:countOwn', { codings: own }) : t('codebook:countBelow', { own, codings: below }),
      t('codebook:countWhere', { sources: sourcesIn(project, code, tree), coders: codersIn(project, code, tree) }),
    );
  }
  return lines.join('\n');
}
