import { MoreHorizontal, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { codesOfDigits, keyOf } from '#domain/codebook/code-keys.ts';
import { halvesAt } from '#domain/coding/change-spans.ts';
import type { Coding } from '#domain/project/records.ts';
import { CodeText, markOf, setExample, useCodeTree } from '#features/codebook/index.ts';
import { useKeyOf } from '#features/commands/index.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { formatDay, formatNumber, useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { CodingDetails } from './CodingDetails.tsx';
import { useSession, useSessionState } from './session-context.tsx';
import './inspector.css';

export interface InspectorProps {
  /** Asks for another code for a coding. */
  readonly onRecode: (coding: Coding) => void;
  readonly onEditCode: (codeId: Coding['codeId']) => void;
  readonly onWriteMemo: (coding: Coding) => void;
  readonly onRemove: (codings: readonly Coding[]) => void;
  /** At the caret. */
  readonly onSplit: (coding: Coding) => void;
  /** With those of the same code that it meets. */
  readonly onMerge: (coding: Coding) => void;
  /** The memos on what is at hand. */
  readonly memos: ReactNode;
}

const QUOTE_LENGTH = 280;

/** The passage at hand: its words, its codings, the definition of the code at hand, the coding's memo. */
export function Inspector({ memos, ...act }: InspectorProps): ReactNode {
  const session = useSession();
  const { t } = useTranslation('coding');
  const selection = useSessionState((state) => state.selection);
  const codings = useSessionState((state) => state.codingsHere);
  const chosenId = useSessionState((state) => state.chosenId);
  const chosen = codings.find(({ id }) => id === chosenId) ?? codings[0] ?? null;
  const view = session.view;
  const span = selection ?? chosen;
  const number = view && span ? view.doc.numberAt(span.startUtf16) : 0;
  return (
    <section className="panel inspector" aria-labelledby="inspector-heading">
      <header className="panel-header">
        <h2 id="inspector-heading">{selection ? t('selection') : t('passage')}</h2>
        {number > 0 && <span className="count">{t('paragraph', { number: formatNumber(number) })}</span>}
      </header>
      {view && span ? (
        <blockquote className="inspector-quote serif" dir="auto">
          {clip(view.doc.text.slice(span.startUtf16, span.endUtf16))}
        </blockquote>
      ) : (
        <p className="inspector-nothing">{t('nothingHere')}</p>
      )}
      {codings.length > 0 && (
        <ul className="inspector-codings" aria-label={t('codingsHere')}>
          {codings.map((coding) => (
            <CodingRow key={coding.id} coding={coding} isChosen={coding.id === chosen?.id} {...act} />
          ))}
        </ul>
      )}
      <CodeAtHand />
      {chosen && view && <CodingDetails key={chosen.id} coding={chosen} doc={view.doc} />}
      {memos}
    </section>
  );
}

interface CodingRowProps extends Omit<InspectorProps, 'memos'> {
  readonly coding: Coding;
  readonly isChosen: boolean;
}

function CodingRow({ coding, isChosen, ...act }: CodingRowProps): ReactNode {
  const session = useSession();
  const project = useProject();
  const { t } = useTranslation('coding');
  const code = useProjectValue(({ codes }) => codes.get(coding.codeId));
  const coder = project.coders.get(coding.coderId)?.name ?? '';
  const recodeKey = useKeyOf('recodeCoding');
  const removeKey = useKeyOf('removeCoding');
  const caret = useSessionState((state) => state.caret);
  const { view } = session;
  if (!code) return null;
  const isCut = view !== null && !project.isReadOnly && halvesAt(coding, caret, view.doc) !== null;
  const others = session.mergeable(coding);
  return (
    <li className="inspector-coding" data-code-id={coding.codeId} data-chosen={isChosen || undefined}>
      <button
        type="button"
        className="inspector-coding-name"
        onClick={() => session.choose(coding)}
        aria-current={isChosen}
      >
        <CodeMark {...markOf(code)} />
        <span>{code.name}</span>
      </button>
      <span className="inspector-coding-by" title={`${coder}, ${formatDay(coding.createdAt)}`}>
        {initials(coder)}
      </span>
      <IconButton
        icon={Trash2}
        size="small"
        label={t('removeCoding', { name: code.name })}
        shortcut={removeKey}
        onPress={() => act.onRemove([coding])}
      />
      <MenuButton
        label={t('codingMenu', { name: code.name })}
        button={<IconButton icon={MoreHorizontal} size="small" label={t('codingMenu', { name: code.name })} />}
        placement="bottom end"
      >
        <MenuItem onAction={() => session.choose(coding)}>{t('selectPassage')}</MenuItem>
        <MenuItem isDisabled={project.isReadOnly} shortcut={recodeKey} onAction={() => act.onRecode(coding)}>
          {t('recode')}
        </MenuItem>
        <MenuItem onAction={() => act.onEditCode(coding.codeId)}>{t('editCode')}</MenuItem>
        <MenuItem
          isDisabled={project.isReadOnly || code.exampleCodingId === coding.id}
          onAction={() => void setExample(project, coding).catch(() => undefined)}
        >
          {t('useAsExample')}
        </MenuItem>
        <MenuItem isDisabled={project.isReadOnly} onAction={() => act.onWriteMemo(coding)}>
          {t('writeMemo')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem isDisabled={!isCut} onAction={() => act.onSplit(coding)}>
          {t('splitHere')}
        </MenuItem>
        {others.length > 0 && (
          <MenuItem isDisabled={project.isReadOnly} onAction={() => act.onMerge(coding)}>
            {t('mergeWith', { count: others.length, name: code.name })}
          </MenuItem>
        )}
        <MenuItem onAction={() => session.copyCodes([coding])}>{t('copyCode')}</MenuItem>
        <MenuSeparator />
        <MenuItem isDangerous shortcut={removeKey} onAction={() => act.onRemove([coding])}>
          {t('remove')}
        </MenuItem>
      </MenuButton>
    </li>
  );
}

/** The rules of the code one is about to give, or has just given. */
function CodeAtHand(): ReactNode {
  const project = useProject();
  const session = useSession();
  const { t } = useTranslation('coding');
  const tree = useCodeTree();
  const held = useSessionState((state) => state.codeAtHand);
  const first = useSessionState((state) => state.codingsHere[0]?.codeId ?? null);
  const code = tree.get(held ?? first ?? ('' as never));
  const count = useProjectValue(({ areCodingsComplete, counts }) =>
    code?.isCodable && areCodingsComplete ? counts.ofCode(code.id) : null,
  );
  const recent = useSessionState((state) => state.recent);
  if (!code) return null;
  const key = keyOf(code, codesOfDigits(project.codes, recent));
  const rules = [
    [t('include'), code.include],
    [t('exclude'), code.exclude],
    [t('typical'), code.example],
    [t('codeMemo'), code.memo],
  ] as const;
  return (
    <section className="inspector-section" aria-label={t('codeAtHand', { name: code.name })}>
      <h3 className="inspector-code">
        {code.isCodable && <CodeMark {...markOf(code)} />}
        <span>{code.name}</span>
        {key !== '' && <Kbd keys={key.toUpperCase()} />}
        {count !== null && <span className="count">{formatNumber(count)}</span>}
      </h3>
      <p className="inspector-definition serif" dir="auto">
        {code.definition === '' ? (
          <span className="quiet">{t('noDefinition')}</span>
        ) : (
          <CodeText text={code.definition} onChoose={({ id }) => session.holdCode(id)} />
        )}
      </p>
      <dl className="inspector-rules">
        {rules
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="serif" dir="auto">
                <CodeText text={text} onChoose={({ id }) => session.holdCode(id)} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function clip(quote: string): string {
  return quote.length <= QUOTE_LENGTH ? quote : `${quote.slice(0, QUOTE_LENGTH).trimEnd()} …`;
}

/** "M. Holm" is MH, "Ana" is A. */
function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  return parts
    .map((part) => String.fromCodePoint(part.codePointAt(0) ?? 0).toUpperCase())
    .slice(0, 3)
    .join('');
}
