import { Tag } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Popover } from 'react-aria-components';
import { codesOfDigits, keyOf } from '#domain/codebook/code-keys.ts';
import { nameKey } from '#domain/codebook/code-name.ts';
import { readNewCode } from '#domain/codebook/new-code-entry.ts';
import { isSameSpan } from '#domain/coding/span.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { findCodes, useCodeTree } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { FindField, findRowId, FindRows, rowAfterKey } from '#ui/FindList.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { useOnce } from '#ui/use-once.ts';
import { RecentCodes, RulesOfCode } from './PaletteFoot.tsx';
import { NewCodeRow, PaletteRow } from './PaletteRows.tsx';
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
  /** `entry` as `readNewCode` reads it. Answers whether it came to be. */
  readonly onCreate: (entry: string, keepsOpen: boolean) => Promise<boolean>;
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
  // Until it is written the palette stays, and takes no second Enter: it would make the code a second time.
  const make = useOnce(async (wantsMore: boolean): Promise<boolean> => {
    if (!making?.ok) return false;
    const keepsOpen = wantsMore && request.isMultiple;
    const isMade = await onCreate(entry, keepsOpen);
    if (isMade && keepsOpen) startOver();
    return isMade && !keepsOpen;
  });
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
    const next = rowAfterKey(event, current, rowCount);
    if (next !== null) setAt(next);
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
        <FindField
          icon={Tag}
          label={t('findCode')}
          listId={listId}
          current={rowCount > 0 ? current : null}
          query={query}
          onQuery={(text) => {
            setQuery(text);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          hint={request.hint}
        />
        <FindRows id={listId} label={t('codes')}>
          {shown.map((row, index) => (
            <PaletteRow
              key={row.code.id}
              id={findRowId(listId, index)}
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
              id={findRowId(listId, shown.length)}
              making={making}
              parentPath={making.ok && making.value.parentId ? tree.pathOf(making.value.parentId) : ''}
              isCurrent={current === shown.length}
              onPoint={() => setAt(shown.length)}
              onPick={make}
            />
          )}
          {rowCount === 0 && <p className="palette-empty">{t('noCodes')}</p>}
        </FindRows>
        {found.length > SHOWN && <p className="palette-more">{t('moreCodes', { count: found.length - SHOWN })}</p>}
        {!isInspectorInView && highlighted && <RulesOfCode code={highlighted} />}
        {entry !== '' && request.isMultiple && (
          <RecentCodes codes={recent.slice(0, RECENT_AT_FOOT).flatMap((id) => tree.get(id) ?? [])} onPick={give} />
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

function parentPath(path: string): string {
  return path.slice(0, path.lastIndexOf(' > '));
}
