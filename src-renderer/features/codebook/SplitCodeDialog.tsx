import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { findNamesake, nameKey } from '#domain/codebook/code-name.ts';
import type { SplitTarget } from '#domain/codebook/split-code.ts';
import { compareCodings } from '#domain/coding/coding-index.ts';
import type { Code, CodeId, Coding, CodingId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { useProject } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { Button } from '#ui/Button.tsx';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { Segments } from '#ui/Segments.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useOnce } from '#ui/use-once.ts';
import { CodeList } from './chooser/CodeList.tsx';
import { markOf } from './code-color.ts';
import { handOut } from './commands/split-code.ts';
import { QuoteInContext } from './QuoteInContext.tsx';
import { useCodeTree } from './tree-of-project.ts';
import { useAllCodings } from './use-all-codings.ts';
import './codebook-dialogs.css';
import { compareText } from '#domain/project/compare-text.ts';

const MOST = 9;

/** What codings are handed to: a code that is there, or one that is made with this name. */
type Target = Code | string;

/** Steps through the codings of a code and hands each on by a key. Nothing is written until Done. */
export function SplitCodeDialog({ id, onClose }: { id: CodeId; onClose: () => void }): ReactNode {
  const project = useProject();
  const isReady = useAllCodings();
  const code = useCodeTree().get(id);
  if (!code || !isReady) return null;
  return <Stepper code={code} codings={codingsInOrder(project, id)} onClose={onClose} />;
}

function Stepper(props: { code: Code; codings: readonly Coding[]; onClose: () => void }): ReactNode {
  const { code, onClose } = props;
  const project = useProject();
  const tree = useCodeTree();
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  // As it was when the dialog opened: nothing is to change places under one who counts.
  const [codings] = useState(props.codings);
  const [at, setAt] = useState(0);
  const [targets, setTargets] = useState<readonly Target[]>([]);
  const [assigned, setAssigned] = useState<ReadonlyMap<CodingId, number>>(new Map());
  const [place, setPlace] = useState<'below' | 'beside'>('below');
  const [naming, setNaming] = useState<string | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const coding = codings[at];
  const hasRoom = coding !== undefined && targets.length < MOST;
  useEffect(() => {
    if (naming === null && !isChoosing) stage.current?.focus();
  }, [naming, isChoosing]);
  const refuse = useCallback((other: Code) => (other.id === code.id ? t('refuseItself') : null), [code.id, t]);

  const give = (target: number): void => {
    if (!coding) return;
    setAssigned((before) => new Map(before).set(coding.id, target));
    setAt(Math.min(codings.length, at + 1));
  };
  const leave = (): void => {
    if (!coding) return;
    setAssigned((before) => new Map([...before].filter(([id]) => id !== coding.id)));
    setAt(at + 1);
  };
  /** @param known where it is among the targets, -1 where it is a new one */
  const giveTo = (target: Target, known: number): void => {
    if (known < 0) setTargets([...targets, target]);
    give(known < 0 ? targets.length : known);
  };
  const makeAndGive = (): void => {
    const name = naming?.trim() ?? '';
    if (name === '') return;
    const known = targets.findIndex((other) => typeof other === 'string' && nameKey(other) === nameKey(name));
    const taken = known < 0 && findNamesake(tree.childrenOf(place === 'below' ? code.id : code.parentId), name);
    if (taken) {
      setError(t('splitTaken', { name: taken.name }));
      return;
    }
    // The name of one that was made just now means that one.
    giveTo(name, known);
    setError(null);
    setNaming(null);
  };
  const giveToCode = (id: CodeId): void => {
    const chosen = tree.get(id);
    const known = targets.findIndex((other) => typeof other !== 'string' && other.id === id);
    if (chosen) giveTo(chosen, known);
    setIsChoosing(false);
  };
  const finish = useOnce(async () => {
    const parentId = place === 'below' ? code.id : code.parentId;
    const planned = targets.map((target): SplitTarget =>
      typeof target === 'string' ? { kind: 'new', name: target, parentId } : { kind: 'code', codeId: target.id },
    );
    const refusal = await handOut(project, code, planned, assigned);
    if (refusal) setError(problemText(refusal));
    else onClose();
    return refusal === null;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // The quotation is a stop of its own, for long ones are scrolled.
    const isOnQuote = event.target instanceof Element && event.target.matches('.quote-in-context');
    if (event.target !== stage.current && !isOnQuote) return;
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    if (digit > 0 && digit <= targets.length) give(digit - 1);
    else if (digit > 0 && hasRoom) setNaming('');
    else if (event.key === '0' && hasRoom) setIsChoosing(true);
    else if (event.key === ' ') leave();
    else if (event.key === 'ArrowRight') setAt(Math.min(codings.length, at + 1));
    else if (event.key === 'Backspace' || event.key === 'ArrowLeft') setAt(Math.max(0, at - 1));
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      isOpen
      size="medium"
      title={t('splitTitle', { name: code.name })}
      lead={t('splitLead')}
      // What has been decided is not lost by one key.
      isEscapable={assigned.size === 0}
      onClose={onClose}
      footer={
        <>
          <span className="ui-hint">{t('splitSoFar', { count: assigned.size })}</span>
          <DialogSpace />
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="solid" isDisabled={assigned.size === 0} onPress={finish}>
            {common('done')}
          </Button>
        </>
      }
    >
      <div
        className="split-stage"
        ref={stage}
        tabIndex={0}
        role="group"
        aria-label={t('splitStage')}
        aria-describedby="split-here"
        onKeyDown={onKeyDown}
      >
        <div id="split-here" aria-live="polite">
          {coding ? (
            <>
              <p className="split-place">
                <span>{t('splitCount', { at: at + 1, total: codings.length })}</span>
                <span className="truncated">{project.sources.get(coding.sourceId)?.name}</span>
                <span>{project.coders.get(coding.coderId)?.name}</span>
              </p>
              <QuoteInContext coding={coding} />
            </>
          ) : (
            <p className="split-end">{codings.length === 0 ? t('splitNothing') : t('splitEnd')}</p>
          )}
        </div>
        <ol className="split-targets">
          {targets.map((target, index) => (
            <li key={index} data-given={(coding && assigned.get(coding.id) === index) || undefined}>
              <button type="button" onClick={() => give(index)}>
                <Kbd keys={String(index + 1)} />
                {typeof target !== 'string' && <CodeMark {...markOf(target)} />}
                <span className="truncated">{typeof target === 'string' ? target : target.name}</span>
                <span className="count">
                  {formatNumber([...assigned.values()].filter((given) => given === index).length)}
                </span>
              </button>
            </li>
          ))}
          <li data-given={(coding && !assigned.has(coding.id)) || undefined}>
            <button type="button" onClick={leave}>
              <Kbd keys="Space" />
              <CodeMark {...markOf(code)} />
              <span className="truncated">{t('splitStays', { name: code.name })}</span>
            </button>
          </li>
        </ol>
      </div>
      {(naming !== null || isChoosing) && (
        <div
          className="split-asking"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setError(null);
            setNaming(null);
            setIsChoosing(false);
          }}
        >
          {isChoosing && (
            <CodeList label={t('splitOther')} value={null} isCodableOnly refuse={refuse} onChoose={giveToCode} />
          )}
          {naming !== null && (
            <TextField
              label={t('splitNew', { key: targets.length + 1 })}
              value={naming}
              onChange={(typed) => {
                setError(null);
                setNaming(typed);
              }}
              error={error}
              onEnter={makeAndGive}
              autoFocus
            />
          )}
        </div>
      )}
      {naming === null && !isChoosing && targets.length < MOST && (
        <div className="split-new">
          <Button look="quiet" isDisabled={!coding} onPress={() => setNaming('')}>
            {t('splitNewButton', { key: targets.length + 1 })}
          </Button>
          <Button look="quiet" isDisabled={!coding} onPress={() => setIsChoosing(true)}>
            {t('splitOtherButton')}
          </Button>
        </div>
      )}
      <Segments
        label={t('splitWhere')}
        options={[
          { id: 'below', label: t('splitBelow', { name: clip(code.name) }) },
          { id: 'beside', label: t('splitBeside') },
        ]}
        value={place}
        onChange={(chosen) => {
          setError(null);
          setPlace(chosen);
        }}
      />
      {error !== null && naming === null && (
        <p className="dialog-refusal" role="alert">
          {error}
        </p>
      )}
    </Dialog>
  );
}

/** Codings of a code as one meets them going through the corpus. */
export function codingsInOrder(project: OpenProject, id: CodeId): Coding[] {
  const nameOf = (coding: Coding): string => project.sources.get(coding.sourceId)?.name ?? '';
  return [...project.codings.values()]
    .filter(({ codeId }) => codeId === id)
    .sort((a, b) => compareText(nameOf(a), nameOf(b)) || compareText(a.sourceId, b.sourceId) || compareCodings(a, b));
}

function clip(name: string): string {
  return name.length > 32 ? `${name.slice(0, 31)}…` : name;
}
