import { useState } from 'react';
import { flushSync } from 'react-dom';
import { codesOfDigits, codeWithKey } from '#domain/codebook/code-keys.ts';
import { readNewCode } from '#domain/codebook/new-code-entry.ts';
import { isSameSpan, type Span } from '#domain/coding/span.ts';
import { countWords } from '#domain/corpus/count-words.ts';
import type { TextUnit } from '#domain/corpus/text-units.ts';
import type { Code, CodeId, Coding } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { createCode, treeOf } from '#features/codebook/index.ts';
import { codeInVivo, stepPast, unitHere, useSession, type PaletteRequest } from '#features/coding/index.ts';
import { useCommand } from '#features/commands/index.ts';
import { useDesk } from '#features/desk/index.ts';
import { sayRevocable, useProject } from '#features/project/index.ts';
import { formatList, useTranslation } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import type { ReaderKeyActions } from './reader-keys.ts';

export interface WantedCode {
  readonly onChoose: (code: Code) => void;
  /** In client pixels of the window; the passage at hand unless something else is meant. */
  readonly beside?: DOMRect;
  /** What had the focus; the text unless something else is meant. */
  readonly backTo?: HTMLElement;
}

/** Everything a person can do with codes here: give, make, change, delete; with a word on what could not be done. */
export interface CodeActions {
  readonly palette: { readonly key: number; readonly request: PaletteRequest } | null;
  readonly openPalette: (query: string) => void;
  readonly closePalette: () => void;
  readonly pick: (code: Code, keepsOpen: boolean) => Promise<void>;
  /** Answers whether the code came to be. */
  readonly create: (name: string, keepsOpen: boolean) => Promise<boolean>;
  /** The words of the passage name the code. */
  readonly pickInVivo: () => void;
  readonly give: (code: Code) => Promise<void>;
  /** Has a code chosen for something else than to give it. */
  readonly askCode: (wanted: WantedCode) => void;
  readonly editing: { readonly code: Code | null; readonly parentId: CodeId | null } | null;
  readonly edit: (what: { readonly code: Code | null; readonly parentId: CodeId | null }) => void;
  readonly editById: (id: CodeId) => void;
  readonly closeEditor: () => void;
  /** Codes a unit of the text, then puts the caret on the next one. With no codes the palette asks which. */
  readonly codeUnit: (unit: TextUnit, codeIds: readonly CodeId[]) => Promise<void>;
  readonly readerActions: Omit<ReaderKeyActions, 'remove'>;
}

/** What a choice in the palette is for. */
type Purpose =
  | { readonly kind: 'give' }
  | { readonly kind: 'other'; readonly wanted: WantedCode }
  | { readonly kind: 'unit'; readonly unit: TextUnit; readonly span: Span };

export function useCodeActions(): CodeActions {
  const project = useProject();
  const session = useSession();
  const desk = useDesk();
  const { t } = useTranslation('coding');
  const { t: reader } = useTranslation('reader');
  const [palette, setPalette] = useState<CodeActions['palette']>(null);
  const [purpose, setPurpose] = useState<Purpose>({ kind: 'give' });
  const [editing, setEditing] = useState<CodeActions['editing']>(null);

  const showPalette = (query: string, hint: string, purposeNow: Purpose): void => {
    setPurpose(purposeNow);
    setPalette((before) => ({
      key: (before?.key ?? 0) + 1,
      request: {
        rect: besideOf(purposeNow) ?? passageRect(session),
        query,
        hint,
        isMultiple: purposeNow.kind !== 'other',
      },
    }));
  };
  const openPalette = (query: string): void => {
    if (project.isReadOnly) return;
    const { selection, selectedWords } = session.snapshot();
    if (!selection) {
      showToast({ message: t('nothingHere') });
      return;
    }
    showPalette(query, t('words', { count: selectedWords }), { kind: 'give' });
  };
  const closePalette = (): void => {
    // At once, and the focus with it: the next key, pressed before the next frame, is meant for the text.
    flushSync(() => setPalette(null));
    session.holdCode(null);
    const backTo = purpose.kind === 'other' ? purpose.wanted.backTo : undefined;
    (backTo ?? session.view)?.focus();
  };
  const give = async (code: Code): Promise<void> => {
    if (!code.isCodable) {
      showToast({ message: t('onlyGroup', { name: code.name }) });
      return;
    }
    session.holdCode(code.id);
    if (!session.snapshot().selection) {
      showToast({ message: t('selectFirst', { name: code.name }) });
      return;
    }
    const [added] = await session.code([code.id]);
    if (added) offerMerge(added);
    else sayGiven(code);
  };
  /** A coding that is there already is what one is about now: its weight and comment come into view. */
  const sayGiven = (code: Code): void => {
    const { codingsHere, selection } = session.snapshot();
    const given = codingsHere.find(
      (coding) => coding.codeId === code.id && coding.coderId === project.coderId && isSameSpan(coding, selection),
    );
    if (given) session.choose(given);
    showToast({ message: t('alreadyCoded', { name: code.name }) });
  };
  /** Two codings of one code that overlap are seldom meant. */
  const offerMerge = (coding: Coding): void => {
    const others = session.mergeable(coding);
    if (others.length === 0) return;
    const message = t('overlaps', { name: nameOf(coding.codeId) });
    const merge = (): void => void session.writer.merge([coding, ...others]).catch(() => undefined);
    sayRevocable(project, message, { label: t('merge'), onPress: merge });
  };
  const resize = async (coding: Coding, span: Span): Promise<void> => {
    const resized = await session.writer.resize(coding, span);
    if (resized) offerMerge(resized);
  };
  const codeUnit = async (unit: TextUnit, codeIds: readonly CodeId[]): Promise<void> => {
    const { view } = session;
    if (!view || project.isReadOnly) return;
    const span = unitHere(view, unit);
    if (!span) {
      showToast({ message: unit === 'turn' ? reader('noTurnHere') : t('nothingToCode') });
      return;
    }
    if (codeIds.length === 0) {
      view.caret.select(span.startUtf16, span.endUtf16);
      const words = countWords(view.doc.text.slice(span.startUtf16, span.endUtf16));
      showPalette('', t('words', { count: words }), { kind: 'unit', unit, span });
      return;
    }
    await codeAndGoOn(unit, span, codeIds);
  };
  const codeAndGoOn = async (unit: TextUnit, span: Span, codeIds: readonly CodeId[]): Promise<void> => {
    const coding = session.code(codeIds, { span });
    // Before it is written: the next key press means the next unit.
    goOn(unit, span, codeIds);
    await coding;
  };
  const goOn = (unit: TextUnit, span: Span, codeIds: readonly CodeId[]): void => {
    const { view } = session;
    if (!view) return;
    const isMore = stepPast(view, unit, span);
    const names = formatList(codeIds.map(nameOf));
    const next = isMore ? unitHere(view, unit) : null;
    const words = next ? view.doc.text.slice(next.startUtf16, next.endUtf16) : t('textEnds');
    session.say(t('codedAndOn', { names, next: words }));
  };
  const pick = async (code: Code, keepsOpen: boolean): Promise<void> => {
    if (!keepsOpen) closePalette();
    if (purpose.kind === 'other' && code.isCodable) purpose.wanted.onChoose(code);
    else if (purpose.kind === 'unit' && code.isCodable && !keepsOpen)
      await codeAndGoOn(purpose.unit, purpose.span, [code.id]);
    else await give(code);
  };
  const pickInVivo = async (): Promise<void> => {
    closePalette();
    const code = await codeInVivo(session);
    if (!code) showToast({ message: t('selectWords') });
    else if (purpose.kind === 'unit') goOn(purpose.unit, purpose.span, [code.id]);
  };
  const create = async (entry: string, keepsOpen: boolean): Promise<boolean> => {
    const read = readNewCode(treeOf(project), entry);
    const outcome = read.ok ? await createCode(project, read.value) : read;
    if (outcome.ok) await pick(outcome.value, keepsOpen);
    else showToast({ message: problemText(outcome.problem) });
    return outcome.ok;
  };
  const giveById = (id: CodeId): void => {
    const code = project.codes.get(id);
    if (code) void give(code).catch(() => undefined);
  };
  const nameOf = (codeId: CodeId): string => project.codes.get(codeId)?.name ?? '';
  const digits = (): ReadonlyMap<string, Code> => codesOfDigits(project.codes, session.snapshot().recent);
  const giveByDigit = (digit: string): void => {
    const code = digits().get(digit);
    if (code) void give(code).catch(() => undefined);
    else openPalette(digit);
  };
  const giveInMode = async (keys: readonly string[], isStaying: boolean): Promise<void> => {
    const { view } = session;
    const known = keys.map((key) => codeWithKey(project.codes.values(), key) ?? digits().get(key));
    const code = known.find((found) => found !== undefined);
    if (!code) {
      showToast({ message: t('noCodeOfKey', { key: keys[0] ?? '' }) });
      return;
    }
    const span = session.snapshot().selection ?? (view && unitHere(view, 'sentence'));
    if (!span || project.isReadOnly) return;
    session.holdCode(code.id);
    const coding = session.code([code.id], { span });
    if (isStaying) session.say(t('codedNames', { names: code.name }));
    else goOn('sentence', span, [code.id]);
    await coding;
  };

  useCommand('giveCode', () => {
    desk.wantText();
    openPalette('');
  });
  useCommand('newCode', () => setEditing({ code: null, parentId: null }), !project.isReadOnly);
  useCommand('nextCoding', () => session.step(1, false));
  useCommand('previousCoding', () => session.step(-1, false));
  useCommand('selectNextCoding', () => session.step(1, true));
  useCommand('selectPreviousCoding', () => session.step(-1, true));

  return {
    palette,
    openPalette,
    closePalette,
    pick: (code, keepsOpen) => pick(code, keepsOpen).catch(() => undefined),
    create: (name, keepsOpen) => create(name, keepsOpen).catch(() => false),
    pickInVivo: () => void pickInVivo().catch(() => undefined),
    give: (code) => give(code).catch(() => undefined),
    askCode: (wanted) => {
      if (!project.isReadOnly) showPalette('', t('recode'), { kind: 'other', wanted });
    },
    editing,
    edit: (what) => {
      if (!project.isReadOnly) setEditing(what);
    },
    editById: (id) => {
      const code = treeOf(project).get(id);
      if (code && !project.isReadOnly) setEditing({ code, parentId: code.parentId });
    },
    closeEditor: () => setEditing(null),
    codeUnit: (unit, codeIds) => codeUnit(unit, codeIds).catch(() => undefined),
    readerActions: {
      openPalette,
      giveByDigit,
      giveById,
      giveInMode: (keys, isStaying) => void giveInMode(keys, isStaying).catch(() => undefined),
      leaveMode: () => {
        session.setCodingMode(false);
        session.say(t('modeOff'));
      },
      resize: (coding, span) => resize(coding, span).catch(() => undefined),
    },
  };
}

function besideOf(purpose: Purpose): DOMRect | undefined {
  return purpose.kind === 'other' ? purpose.wanted.beside : undefined;
}

/** The last line of the passage that is in view, out to the right edge of the text, so that the margin stays readable. */
function passageRect(session: ReturnType<typeof useSession>): DOMRect {
  const { view } = session;
  const { selection } = session.snapshot();
  const column = view?.page.host.getBoundingClientRect() ?? new DOMRect();
  const box =
    selection && view
      ? view.page.places.range(selection.endUtf16 - 1, selection.endUtf16)?.getBoundingClientRect()
      : null;
  const line = box ?? view?.caret.box() ?? column;
  const frame = view?.page.scroller.getBoundingClientRect() ?? column;
  // A long passage ends below the window: beside its end the palette would be out of sight.
  const top = Math.max(frame.top, Math.min(line.top, frame.bottom - line.height));
  return new DOMRect(column.left, top, column.width, line.height);
}
