import { Check, CornerDownLeft, Plus, Tag, TriangleAlert } from 'lucide-react';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { Popover } from 'react-aria-components';
import { codesOfDigits, keyOf } from '#domain/codebook/code-keys.ts';
import { nameKey } from '#domain/codebook/code-name.ts';
import { isSameSpan } from '#domain/coding/span.ts';
import type { Outcome } from '#domain/codebook/refusal.ts';
import { readNewCode, type NewCodeEntry } from '#domain/codebook/new-code-entry.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { CodeText, findCodes, markOf, useCodeTree, type FoundCode } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { MarkedText } from '#ui/MarkedText.tsx';
import { useSession, useSessionState } from './session-context.tsx';
import './palette.css';

const SHOWN = 60;
const RECENT_AT_FOOT = 3;

export interface PaletteRequest {
  /** Where the passage is on screen, in client pixels. */
  readonly rect: DOMRect;
  /** Letters typed before it opened. */
  readonly query: string;
  /** What choosing a code does, in words: "18 words" or "Change …". */
  readonly hint: string;
  /** Whether several codes can be chosen, one after the other. */
  readonly isMultiple: boolean;
}

export interface CodePaletteProps {
  readonly request: PaletteRequest;
  /** `keepsOpen` when more codes are to follow. */
  readonly onPick: (code: Code, keepsOpen: boolean) => void;
  /** `entry` as `readNewCode` reads it. */
  readonly onCreate: (entry: string, keepsOpen: boolean) => void;
  readonly onInVivo: () => void;
  readonly onClose: () => void;
}

/**
 * Type to find a code, Enter to give it. A combobox of our own: the list follows every key within a frame at thousands of
 * codes, and the definition of the row at hand is in view before one decides.
 */
export function CodePalette({ request, onPick, onCreate, onInVivo, onClose }: CodePaletteProps): ReactNode {
  const tree = useCodeTree();
  const project = useProject();
  const session = useSession();
  const { t } = useTranslation('coding');
  const listId = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [query, setQuery] = useState(request.query);
  const [at, setAt] = useState(0);
  // As it was when it opened: rows must not change places under one who chooses several.
  const [recent] = useState(() => session.snapshot().recent);
  const [isInspectorInView] = useState(() => document.querySelector('.inspector') !== null);
  const given = useGiven();
  const found = useMemo(
    () => findCodes(tree, query, recent, (id) => project.counts.ofCode(id)),
    [tree, query, recent, project],
  );
  const digits = useMemo(() => codesOfDigits(project.codes, recent), [project, recent]);
  const shown = found.slice(0, SHOWN);
  const entry = query.trim();
  const isNew = entry !== '' && !found.some(({ code }) => nameKey(code.name) === nameKey(entry));
  const making = isNew ? readNewCode(tree, entry) : null;
  const rowCount = shown.length + (making ? 1 : 0);
  const current = Math.min(at, Math.max(0, rowCount - 1));
  const highlighted = shown[current]?.code;

  useEffect(() => {
    if (highlighted) session.holdCode(highlighted.id);
  }, [session, highlighted]);

  const startOver = (): void => {
    setQuery('');
    setAt(0);
  };
  const make = (wantsMore: boolean): void => {
    if (!making?.ok) return;
    const keepsOpen = wantsMore && request.isMultiple;
    onCreate(entry, keepsOpen);
    if (keepsOpen) startOver();
  };
  const give = (code: Code, wantsMore: boolean): void => {
    const keepsOpen = wantsMore && request.isMultiple;
    onPick(code, keepsOpen);
    if (keepsOpen) startOver();
  };
  const take = (index: number, wantsMore: boolean): void => {
    const code = shown[index]?.code;
    if (code) give(code, wantsMore);
    else make(wantsMore);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isMod = event.ctrlKey || event.metaKey;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(rowCount - 1, current + step)));
    else if (event.key === 'Enter' && isMod) make(event.shiftKey);
    else if (event.key === 'Enter') take(current, event.shiftKey);
    else if (isMod && event.key.toLowerCase() === 'i' && request.isMultiple) onInVivo();
    else if (event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <span ref={anchor} hidden />
      <Popover
        className="ui-popover palette"
        aria-label={t('paletteLabel')}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        triggerRef={anchor}
        getTargetRect={() => request.rect}
        placement="bottom end"
        offset={7}
      >
        <div className="palette-query">
          <Icon of={Tag} />
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because someone asked to type here
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-haspopup="listbox"
            aria-autocomplete="list"
            aria-label={t('findCode')}
            aria-activedescendant={rowCount > 0 ? `${listId}-${current}` : undefined}
            placeholder={t('findCode')}
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <span className="palette-hint">{request.hint}</span>
        </div>
        <div className="palette-rows" role="listbox" id={listId} aria-label={t('codes')}>
          {shown.map((row, index) => (
            <PaletteRow
              key={row.code.id}
              id={`${listId}-${index}`}
              row={row}
              path={tree.parentOf(row.code.id) === null ? '' : parentPath(tree.pathOf(row.code.id))}
              keyShown={keyOf(row.code, digits)}
              isGiven={given.has(row.code.id)}
              isCurrent={index === current}
              onPoint={() => setAt(index)}
              onPick={(keepsOpen) => take(index, keepsOpen)}
            />
          ))}
          {making && (
            <NewCodeRow
              id={`${listId}-${shown.length}`}
              making={making}
              parentPath={making.ok && making.value.parentId ? tree.pathOf(making.value.parentId) : ''}
              isCurrent={current === shown.length}
              onPoint={() => setAt(shown.length)}
              onPick={make}
            />
          )}
          {rowCount === 0 && <p className="palette-empty">{t('noCodes')}</p>}
        </div>
        {found.length > SHOWN && <p className="palette-more">{t('moreCodes', { count: found.length - SHOWN })}</p>}
        {!isInspectorInView && highlighted && <Rules code={highlighted} />}
        {entry !== '' && request.isMultiple && (
          <RecentRow codes={recent.slice(0, RECENT_AT_FOOT).flatMap((id) => tree.get(id) ?? [])} onPick={give} />
        )}
        {request.isMultiple && (
          <p className="palette-foot">
            <span>
              <Kbd keys="Shift+Enter" /> {t('keepOpenHint')}
            </span>
            <span>
              {t('inVivo')} <Kbd keys="Mod+I" />
            </span>
          </p>
        )}
      </Popover>
    </>
  );
}

/** Codes that this coder has given to exactly this passage. */
function useGiven(): ReadonlySet<CodeId> {
  const project = useProject();
  const selection = useSessionState((state) => state.selection);
  const codings = useSessionState((state) => state.codingsHere);
  return useMemo(() => {
    const mine = codings.filter((coding) => coding.coderId === project.coderId && isSameSpan(coding, selection));
    return new Set(mine.map(({ codeId }) => codeId));
  }, [project, selection, codings]);
}

interface PaletteRowProps {
  readonly id: string;
  readonly row: FoundCode;
  readonly path: string;
  readonly keyShown: string;
  readonly isGiven: boolean;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onPick: (keepsOpen: boolean) => void;
}

function PaletteRow({ id, row, path, keyShown, isGiven, isCurrent, onPoint, onPick }: PaletteRowProps): ReactNode {
  const { t } = useTranslation('coding');
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={isCurrent}
      className="palette-row"
      onPointerMove={(event) => isMoved(event) && onPoint()}
      onClick={(event) => onPick(event.shiftKey)}
    >
      <CodeMark {...markOf(row.code)} />
      <span className="palette-name" title={row.code.name}>
        <MarkedText text={row.code.name} marks={row.marks} />
      </span>
      <span className="palette-path">{path}</span>
      {isGiven && (
        <>
          <Icon of={Check} size={14} />
          <span className="visually-hidden">{t('givenHere')}</span>
        </>
      )}
      {keyShown !== '' && <Kbd keys={keyShown.toUpperCase()} />}
      {isCurrent && <Icon of={CornerDownLeft} size={14} />}
    </div>
  );
}

interface NewCodeRowProps {
  readonly id: string;
  readonly making: Outcome<NewCodeEntry>;
  readonly parentPath: string;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onPick: (keepsOpen: boolean) => void;
}

/** Makes a code of what was typed, or says why it cannot be. */
function NewCodeRow({ id, making, parentPath: path, isCurrent, onPoint, onPick }: NewCodeRowProps): ReactNode {
  const { t } = useTranslation('coding');
  return (
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      aria-disabled={!making.ok}
      className={making.ok ? 'palette-row' : 'palette-row palette-refusal'}
      onPointerMove={(event) => isMoved(event) && onPoint()}
      onClick={(event) => onPick(event.shiftKey)}
    >
      <Icon of={making.ok ? Plus : TriangleAlert} size={14} />
      <span className="palette-name">
        {making.ok ? t('createCode', { name: making.value.name }) : problemText(making.problem)}
      </span>
      {making.ok && <span className="palette-path">{path}</span>}
      {making.ok && <Kbd keys="Mod+Enter" />}
    </div>
  );
}

/** The rules of the row at hand, where there is no inspector to show them. */
function Rules({ code }: { code: Code }): ReactNode {
  const { t } = useTranslation('coding');
  const rules = [
    [t('include'), code.include],
    [t('exclude'), code.exclude],
  ] as const;
  return (
    <div className="palette-rules" aria-live="off">
      <p className="serif">{code.definition === '' ? t('noDefinition') : <CodeText text={code.definition} />}</p>
      {rules
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <p key={label}>
            <span>{label}</span>{' '}
            <span className="serif">
              <CodeText text={text} />
            </span>
          </p>
        ))}
    </div>
  );
}

interface RecentRowProps {
  readonly codes: readonly Code[];
  readonly onPick: (code: Code, keepsOpen: boolean) => void;
}

function RecentRow({ codes, onPick }: RecentRowProps): ReactNode {
  const { t } = useTranslation('coding');
  if (codes.length === 0) return null;
  return (
    <div className="palette-recent" role="group" aria-label={t('recentCodes')}>
      <span>{t('recent')}</span>
      {codes.map((code) => (
        <button
          key={code.id}
          type="button"
          tabIndex={-1}
          title={code.name}
          onClick={(event) => onPick(code, event.shiftKey)}
        >
          <CodeMark {...markOf(code)} />
          <span>{code.name}</span>
        </button>
      ))}
    </div>
  );
}

/** Not on enter, and not on the move that Chromium makes up when a list moves under a resting pointer: it chooses nothing. */
function isMoved({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0;
}

function parentPath(path: string): string {
  return path.slice(0, path.lastIndexOf(' > '));
}
