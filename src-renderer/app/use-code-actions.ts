import { useState } from 'react';
import type { Removal } from '#domain/codebook/remove-code.ts';
import { countMemosGone } from '#domain/memos/memos-gone.ts';
import type { Code, CodeId, Coding } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { createCode, deleteCode, planDeletion, treeOf } from '#features/codebook/index.ts';
import { useSession, type PaletteRequest } from '#features/coding/index.ts';
import { useCommand } from '#features/commands/index.ts';
import { isOthersWork, sayUndoable, useProject } from '#features/project/index.ts';
import { formatGoing, useTranslation } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import type { ReaderKeyActions } from './reader-keys.ts';

const ASK_FROM = 20;

interface Deletion {
  readonly code: Code;
  readonly removal: Removal;
  readonly withoutChildren: Removal | null;
}

/** Everything a person can do with codes here: give, make, change, delete; with a word on what could not be done. */
export interface CodeActions {
  readonly palette: { readonly key: number; readonly request: PaletteRequest } | null;
  readonly openPalette: (query: string) => void;
  readonly closePalette: () => void;
  readonly pick: (code: Code, keepsOpen: boolean) => Promise<void>;
  readonly create: (name: string, keepsOpen: boolean) => Promise<void>;
  readonly give: (code: Code) => Promise<void>;
  readonly askRecode: (coding: Coding) => void;
  readonly editing: { readonly code: Code | null; readonly parentId: CodeId | null } | null;
  readonly edit: (what: { readonly code: Code | null; readonly parentId: CodeId | null }) => void;
  readonly editById: (id: CodeId) => void;
  readonly closeEditor: () => void;
  readonly deletion: Deletion | null;
  readonly remove: (code: Code) => Promise<void>;
  readonly confirmDeletion: (removal: Removal) => Promise<void>;
  readonly cancelDeletion: () => void;
  readonly readerActions: ReaderKeyActions;
}

export function useCodeActions(): CodeActions {
  const project = useProject();
  const session = useSession();
  const { t } = useTranslation('coding');
  const { t: codebook } = useTranslation('codebook');
  const [palette, setPalette] = useState<CodeActions['palette']>(null);
  const [recoding, setRecoding] = useState<Coding | null>(null);
  const [editing, setEditing] = useState<CodeActions['editing']>(null);
  const [deletion, setDeletion] = useState<Deletion | null>(null);

  const showPalette = (query: string, hint: string): void => {
    setPalette((before) => ({ key: (before?.key ?? 0) + 1, request: { rect: passageRect(session), query, hint } }));
  };
  const openPalette = (query: string): void => {
    if (project.isReadOnly) return;
    const { selection, selectedWords } = session.snapshot();
    if (!selection) {
      showToast({ message: t('nothingHere') });
      return;
    }
    setRecoding(null);
    showPalette(query, t('words', { count: selectedWords }));
  };
  const closePalette = (): void => {
    setPalette(null);
    setRecoding(null);
    session.holdCode(null);
    // After the popover has given the focus back to nothing in particular.
    requestAnimationFrame(() => session.view?.focus());
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
    const count = await session.code([code.id]);
    if (count === 0) showToast({ message: t('alreadyCoded', { name: code.name }) });
  };
  const pick = async (code: Code, keepsOpen: boolean): Promise<void> => {
    if (!keepsOpen) closePalette();
    if (recoding) await session.recode(recoding, code.id);
    else await give(code);
  };
  const create = async (name: string, keepsOpen: boolean): Promise<void> => {
    const outcome = await createCode(project, { name });
    if (outcome.ok) await pick(outcome.value, keepsOpen);
    else showToast({ message: problemText(outcome.problem) });
  };
  const removeHere = async (): Promise<void> => {
    const { codingsHere, chosenId } = session.snapshot();
    const coding = codingsHere.find(({ id }) => id === chosenId) ?? codingsHere[0];
    if (!coding || project.isReadOnly) return;
    const memos = countMemosGone(await session.remove([coding]));
    const name = project.codes.get(coding.codeId)?.name ?? '';
    sayUndoable(project, t('removed', { things: formatGoing({ names: [name], codings: 0, memos }) }));
  };
  const doDelete = async (code: Code, removal: Removal): Promise<void> => {
    setDeletion(null);
    await deleteCode(project, code.id, removal);
    sayUndoable(project, codebook('deleted', { things: formatGoing({ names: [code.name], ...removal.summary }) }));
  };
  const remove = async (code: Code): Promise<void> => {
    // What goes is counted over the whole project, so all of it must have been read.
    await project.loadAllCodings(() => Promise.resolve());
    const whole = planDeletion(project, code.id, 'withCodings');
    if (!whole.ok) return;
    const removal = whole.value;
    const lighter = removal.summary.codes > 1 ? planDeletion(project, code.id, 'moveCodesUp') : null;
    const { codes, codings, memos } = removal.summary;
    const isAsking = codings + memos > ASK_FROM || codes > 1 || isOthersWork(project, removal.change);
    if (isAsking) setDeletion({ code, removal, withoutChildren: lighter?.ok ? lighter.value : null });
    else await doDelete(code, removal);
  };
  const giveById = (id: CodeId): void => {
    const code = project.codes.get(id);
    if (code) void give(code).catch(() => undefined);
  };
  const giveByDigit = (digit: string): void => {
    const code = [...project.codes.values()].find(({ shortcut }) => shortcut === digit);
    if (code) void give(code).catch(() => undefined);
    else openPalette(digit);
  };

  useCommand('giveCode', () => openPalette(''));
  useCommand('newCode', () => setEditing({ code: null, parentId: null }), !project.isReadOnly);
  useCommand('removeCoding', () => void removeHere().catch(() => undefined), !project.isReadOnly);
  useCommand('nextCoding', () => session.step(1, false));
  useCommand('previousCoding', () => session.step(-1, false));
  useCommand('selectNextCoding', () => session.step(1, true));
  useCommand('selectPreviousCoding', () => session.step(-1, true));

  return {
    palette,
    openPalette,
    closePalette,
    pick: (code, keepsOpen) => pick(code, keepsOpen).catch(() => undefined),
    create: (name, keepsOpen) => create(name, keepsOpen).catch(() => undefined),
    give: (code) => give(code).catch(() => undefined),
    askRecode: (coding) => {
      session.choose(coding);
      setRecoding(coding);
      showPalette('', t('recode'));
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
    deletion,
    remove: (code) => (project.isReadOnly ? Promise.resolve() : remove(code).catch(() => undefined)),
    confirmDeletion: (removal) =>
      deletion ? doDelete(deletion.code, removal).catch(() => undefined) : Promise.resolve(),
    cancelDeletion: () => setDeletion(null),
    readerActions: { openPalette, giveByDigit, giveById },
  };
}

/** The last line of the passage, out to the right edge of the text, so that the margin stays readable. */
function passageRect(session: ReturnType<typeof useSession>): DOMRect {
  const { view } = session;
  const { selection } = session.snapshot();
  const column = view?.page.host.getBoundingClientRect() ?? new DOMRect();
  const box =
    selection && view ? view.page.range(selection.endUtf16 - 1, selection.endUtf16)?.getBoundingClientRect() : null;
  const line = box ?? view?.caret.box() ?? column;
  return new DOMRect(column.left, line.top, column.width, line.height);
}
