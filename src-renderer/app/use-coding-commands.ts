import { useState } from 'react';
import { halvesAt } from '#domain/coding/change-spans.ts';
import type { TextUnit } from '#domain/corpus/text-units.ts';
import { countMemosGone, withMemosOf } from '#domain/memos/memos-gone.ts';
import type { Code, Coding } from '#domain/project/records.ts';
import { codeInVivo, stepToCodingOf, stepToUncoded, useSession, type CodingsQuestion } from '#features/coding/index.ts';
import { useCommand, useCommandCenter, useKeyOf } from '#features/commands/index.ts';
import { isOthersWork, sayUndoable, useProject } from '#features/project/index.ts';
import { formatGoing, useTranslation } from '#i18n/index.ts';
import { afterDialog } from '#ui/after-dialog.ts';
import { shortcutText } from '#ui/shortcut-text.ts';
import { showToast } from '#ui/Toast.tsx';
import type { CodeActions, WantedCode } from './use-code-actions.ts';

const ASK_FROM = 20;

export interface CodingCommands {
  /** Removes codings, after a question where it is much or the work of others. */
  readonly remove: (codings: readonly Coding[]) => void;
  readonly split: (coding: Coding) => void;
  /** With those of its code that it meets. */
  readonly merge: (coding: Coding) => void;
  /** Those of them that meet, after a question as for `remove`. */
  readonly mergeAll: (codings: readonly Coding[]) => void;
  /** Has another code chosen for them, in the palette; then a question as for `remove`. */
  readonly recode: (codings: readonly Coding[], from?: Omit<WantedCode, 'onChoose'>) => void;
  /** What waits for a yes. */
  readonly asked: CodingsQuestion | null;
  readonly answer: (isYes: boolean) => void;
}

/** What can be done with the codings at hand, by key and by menu; with a word on what could not be done. */
export function useCodingCommands(codes: CodeActions): CodingCommands {
  const project = useProject();
  const session = useSession();
  const { t } = useTranslation('coding');
  const center = useCommandCenter();
  const pasteKey = useKeyOf('pasteCodes');
  const [asked, setAsked] = useState<CodingsQuestion | null>(null);
  const isWritable = !project.isReadOnly;
  const say = (message: string): void => void showToast({ message });
  const nameOf = ({ codeId }: Coding): string => project.codes.get(codeId)?.name ?? '';
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);

  const doRemove = async (codings: readonly Coding[]): Promise<void> => {
    const memos = countMemosGone(await session.writer.remove(codings));
    const [first] = codings;
    const going = first && codings.length === 1 ? { names: [nameOf(first)], codings: 0 } : { codings: codings.length };
    sayUndoable(project, t('removed', { things: formatGoing({ ...going, memos }) }));
  };
  const doRecode = async (codings: readonly Coding[], code: Code): Promise<void> => {
    const count = await session.writer.recode(codings, code.id);
    if (count > 1) sayUndoable(project, t('recoded', { count, name: code.name }));
  };
  const doMerge = async (codings: readonly Coding[]): Promise<void> => {
    const count = await session.writer.merge(codings);
    const [first] = codings;
    const isOfOne = codings.every(({ codeId }) => codeId === first?.codeId);
    if (count === 0)
      say(codings.length > 1 ? t('noneMeet') : t('nothingToMerge', { name: first ? nameOf(first) : '' }));
    else if (first && isOfOne) sayUndoable(project, t('merged', { count, name: nameOf(first) }));
    else sayUndoable(project, t('mergedSeveral', { count }));
  };
  const carryOut = (question: CodingsQuestion): void => {
    if (question.kind === 'recode') quietly(doRecode(question.codings, question.code));
    else quietly(question.kind === 'remove' ? doRemove(question.codings) : doMerge(question.codings));
  };
  /** Much, and the work of others, is not changed without a question. */
  const carryOutOrAsk = (question: CodingsQuestion): void => {
    const { codings } = question;
    if (codings.length === 0 || !isWritable) return;
    const going = withMemosOf({ codings: { removed: codings } }, project.memos.values());
    if (codings.length > ASK_FROM || isOthersWork(project, going)) setAsked(question);
    else carryOut(question);
  };
  const remove = (codings: readonly Coding[]): void => carryOutOrAsk({ kind: 'remove', codings });
  const recode = (codings: readonly Coding[], from: Omit<WantedCode, 'onChoose'> = {}): void => {
    if (codings.length === 0) return;
    codes.askCode({ ...from, onChoose: (code) => carryOutOrAsk({ kind: 'recode', codings, code }) });
  };
  const recodeOne = (coding: Coding): void => {
    session.choose(coding);
    recode([coding]);
  };
  const removeHere = (): void => {
    const coding = session.codingAtHand;
    if (coding) remove([coding]);
  };
  const split = async (coding: Coding | null): Promise<void> => {
    const { view } = session;
    const at = view?.caret.state.focus ?? 0;
    const target =
      coding ?? session.snapshot().codingsHere.find((here) => view && halvesAt(here, at, view.doc)) ?? null;
    const isDone = target !== null && (await session.writer.split(target, at));
    if (isDone) sayUndoable(project, t('split', { name: nameOf(target) }));
    else say(t('splitWhere'));
  };
  const mergeAll = (codings: readonly Coding[]): void => carryOutOrAsk({ kind: 'merge', codings });
  const merge = (coding: Coding | null): void => {
    const target = coding ?? session.codingAtHand;
    if (target) mergeAll([target, ...session.mergeable(target)]);
    else say(t('noCodingHere'));
  };
  const again = async (): Promise<void> => {
    const { lastGiven, selection } = session.snapshot();
    if (lastGiven.length === 0) say(t('noLastCodes'));
    else if (selection) await session.code(lastGiven);
    else await codes.codeUnit('sentence', lastGiven);
  };
  const inVivo = async (): Promise<void> => {
    if (!(await codeInVivo(session))) say(t('selectWords'));
  };
  const copy = (): void => {
    const { chosenId, codingsHere } = session.snapshot();
    const count = session.copyCodes(codingsHere.filter(({ id }) => chosenId === null || id === chosenId));
    if (count === 0) say(t('noCodingHere'));
    else say(t('copied', { count, keys: shortcutText(pasteKey) }));
  };
  const paste = async (): Promise<void> => {
    const { copied, selection } = session.snapshot();
    if (copied.length === 0) say(t('nothingCopied'));
    else if (!selection) say(t('selectForCopied'));
    else await session.code(copied);
  };
  const stepOfCode = (direction: 1 | -1): void => {
    const codeId = session.codingAtHand?.codeId ?? session.snapshot().codeAtHand;
    const code = codeId ? project.codes.get(codeId) : undefined;
    if (!code) say(t('noCodingHere'));
    else if (!stepToCodingOf(session, code.id, direction)) say(t('noMoreOf', { name: code.name }));
  };
  const stepUncoded = (direction: 1 | -1): void => {
    if (!stepToUncoded(session, direction)) say(t('noMoreUncoded'));
  };
  const codeUnit = (unit: TextUnit): void => quietly(codes.codeUnit(unit, session.snapshot().lastGiven));
  const toggleMode = (): void => {
    const isOn = !session.snapshot().isCodingMode;
    session.setCodingMode(isOn);
    session.say(isOn ? t('modeOn') : t('modeOff'));
    session.view?.focus();
  };

  useCommand('removeCoding', removeHere, isWritable);
  useCommand('codeAgain', () => quietly(again()), isWritable);
  useCommand('codeInVivo', () => quietly(inVivo()), isWritable);
  useCommand('codeSentence', () => codeUnit('sentence'), isWritable);
  useCommand('codeParagraph', () => codeUnit('paragraph'), isWritable);
  useCommand('codeTurn', () => codeUnit('turn'), isWritable);
  useCommand('codingMode', toggleMode, isWritable);
  useCommand(
    'recodeCoding',
    () => (session.codingAtHand ? recodeOne(session.codingAtHand) : say(t('noCodingHere'))),
    isWritable,
  );
  useCommand(
    'weighCoding',
    () => {
      const coding = session.codingAtHand;
      if (!coding) return say(t('noCodingHere'));
      center.run('showPassage');
      // The menu it was chosen from first gives the focus back to the text. Who has gone on meanwhile stays there.
      afterDialog(() => {
        if (session.codingAtHand?.id === coding.id) session.wantWeight(true);
      });
    },
    isWritable,
  );
  useCommand('splitCoding', () => quietly(split(null)), isWritable);
  useCommand('mergeCodings', () => merge(null), isWritable);
  useCommand('copyCodes', copy, isWritable);
  useCommand('pasteCodes', () => quietly(paste()), isWritable);
  useCommand('nextOfCode', () => stepOfCode(1));
  useCommand('previousOfCode', () => stepOfCode(-1));
  useCommand('nextUncoded', () => stepUncoded(1));
  useCommand('previousUncoded', () => stepUncoded(-1));

  return {
    remove,
    split: (coding) => quietly(split(coding)),
    merge,
    mergeAll,
    recode: (codings, from) => {
      const [first] = codings;
      if (first && codings.length === 1 && !from) recodeOne(first);
      else recode(codings, from);
    },
    asked,
    answer: (isYes) => {
      setAsked(null);
      if (isYes && asked) carryOut(asked);
    },
  };
}
