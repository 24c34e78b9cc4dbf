import type { Span } from '#domain/coding/span.ts';
import type { CodeId, Coding } from '#domain/project/records.ts';
import type { CodingSession } from '#features/coding/index.ts';
import type { CommandCenter } from '#features/commands/index.ts';
import { moveCaretByKey, type ReaderView } from '#features/reader/index.ts';

export interface ReaderKeyActions {
  readonly openPalette: (query: string) => void;
  readonly giveByDigit: (digit: string) => void;
  readonly giveById: (id: CodeId) => void;
  /** In coding mode. `keys` are the readings of one press, likeliest first. */
  readonly giveInMode: (keys: readonly string[], isStaying: boolean) => void;
  readonly leaveMode: () => void;
  readonly resize: (coding: Coding, span: Span) => Promise<void>;
  readonly remove: (codings: readonly Coding[]) => void;
}

/**
 * Keys in the text: commands of the text first, then what moves the caret as in any field, then what codes. Letters alone do
 * something only while a passage is selected or in coding mode, since screen readers and input methods want them otherwise.
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
  const { selection, isCodingMode } = session.snapshot();
  if (isCodingMode && isPlain && handleModeKey(event, actions)) return true;
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

/** In coding mode keys alone code: with Shift the caret stays where it is. */
function handleModeKey(event: KeyboardEvent, actions: ReaderKeyActions): boolean {
  if (event.key === 'Escape') {
    actions.leaveMode();
    return true;
  }
  const place = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1]?.toLowerCase();
  const isSign = event.key.length > 0 && /^[\p{L}\p{Nd}]$/u.test(event.key);
  // With Shift a digit is another sign, and on a French layout without it; a letter of another script may be no code's key.
  const keys = [
    ...(isSign ? [event.key] : []),
    ...(place !== undefined && (isSign || /\d/.test(place)) ? [place] : []),
  ];
  if (keys.length === 0) return false;
  actions.giveInMode(keys, event.shiftKey);
  return true;
}

/** Enter without a selection: the sentence at the caret, on a blank line the next one; a second Enter then codes it. */
function selectSentence({ caret, units }: ReaderView): void {
  const { focus } = caret.state;
  const here = units.sentenceAt(focus);
  const isBlank = here.endUtf16 === here.startUtf16;
  const sentence = isBlank ? units.sentenceAt(units.nextUnitStart('sentence', focus)) : here;
  if (sentence.endUtf16 > sentence.startUtf16) caret.select(sentence.startUtf16, sentence.endUtf16);
}
