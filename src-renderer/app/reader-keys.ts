import type { CodeId } from '#domain/project/records.ts';
import type { CodingSession } from '#features/coding/index.ts';
import type { CommandCenter } from '#features/commands/index.ts';
import { moveCaretByKey, type ReaderView } from '#features/reader/index.ts';

export interface ReaderKeyActions {
  readonly openPalette: (query: string) => void;
  readonly giveByDigit: (digit: string) => void;
  readonly giveById: (id: CodeId) => void;
}

/**
 * Keys in the text: commands of the text first, then what moves the caret as in any field, then what codes. Letters alone do
 * something only while a passage is selected, since screen readers and input methods want them otherwise.
 */
export function handleReaderKey(
  event: KeyboardEvent,
  view: ReaderView,
  session: CodingSession,
  { actions, commands }: { actions: ReaderKeyActions; commands: CommandCenter },
): void {
  if (event.isComposing || event.defaultPrevented) return;
  const command = commands.commandFor(event, 'text');
  if (command) commands.run(command);
  else if (!moveCaretByKey(view, event, commands.isMac) && !handleCodingKey(event, view, session, actions)) return;
  event.preventDefault();
}

function handleCodingKey(
  event: KeyboardEvent,
  view: ReaderView,
  session: CodingSession,
  actions: ReaderKeyActions,
): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const { selection } = session.snapshot();
  if (event.key === 'Enter' && isPlain) {
    if (selection) actions.openPalette('');
    else selectSentence(view);
    return true;
  }
  if (event.key === 'Escape') {
    const { focus } = view.caret.state;
    view.caret.select(focus, focus);
    return true;
  }
  const isPlainLetter = event.key.length === 1 && isPlain;
  if (!isPlainLetter || event.key === ' ') return false;
  // Without a passage a letter does nothing here, and must not scroll or search either.
  if (!selection) return false;
  if (/^[1-9]$/.test(event.key)) actions.giveByDigit(event.key);
  else actions.openPalette(event.key);
  return true;
}

/** Enter without a selection: the sentence at the caret, which a second Enter then codes. */
function selectSentence(view: ReaderView): void {
  const sentence = view.units.sentenceAt(view.caret.state.focus);
  if (sentence.endUtf16 > sentence.startUtf16) view.caret.select(sentence.startUtf16, sentence.endUtf16);
}
