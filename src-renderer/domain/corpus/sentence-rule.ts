import type { LanguageRules } from './languages.ts';

/** The token before a border: letters with inner full stops and hyphens ("z.B", "p.-ex"), or a number. */
const LAST_TOKEN = /(?:^|[\s([{"'“”„‚‘’«»‹›—–-])([\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*)\.\s*$/u;
const NEXT_WORD = /^["'“”„‚‘’«»‹›([]*([\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*)/u;
/** A question or exclamation that somebody is quoted with, after which the sentence goes on: “Really?” he asked. */
const QUOTED_END = /[!?…؟！？]["'”’»›)\]]+\s*$/u;
const SMALL_LETTER = /^\p{Ll}/u;
const SINGLE_LETTER = /^\p{L}$/u;
/** "z.B", "U.S", "т.е": letters with stops between them. */
const DOTTED = /^\p{L}{1,3}(?:\.-?\p{L}{1,3})+$/u;
const ORDINAL = /^\d{1,2}$/;
/** What a line may begin with before a list marker's stop. */
const LIST_MARKER = /^\s*(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})\.\s*$/u;
/** No rule looks farther than this, in UTF-16 units. */
const REACH = 60;

/**
 * Whether a border that Unicode's rules see is none: after "Dr.", "z. B.", initials, "3." of "3. Oktober", the number of a
 * list, or a quoted question within a sentence. A sentence never begins with white
 * space, nor is it nothing else.
 *
 * @param text the text around, of which the line begins at `lineStart`
 * @param border UTF-16 offset at which the next sentence would begin
 */
export function isFalseBorder(text: string, lineStart: number, border: number, rules: LanguageRules): boolean {
  const after = text.slice(border, border + REACH);
  if (/^\s/.test(after)) return true;
  const before = text.slice(Math.max(lineStart, border - REACH), border);
  if (before.trim() === '' && text.slice(lineStart, border).trim() === '') return true;
  if (QUOTED_END.test(before)) return SMALL_LETTER.test(after);
  if (border - lineStart < REACH && LIST_MARKER.test(before)) return true;
  const token = LAST_TOKEN.exec(before)?.[1];
  return token !== undefined && goesOn(token, NEXT_WORD.exec(after)?.[1] ?? '', rules);
}

/** Whether a sentence goes on after a token and its full stop. */
function goesOn(token: string, nextWord: string, rules: LanguageRules): boolean {
  const small = token.toLowerCase();
  if (rules.abbreviations.has(small)) return true;
  if (/^\p{N}/u.test(nextWord)) return rules.beforeNumbers.has(small);
  if (ORDINAL.test(token)) return rules.hasOrdinalStops && !rules.functionWords.has(nextWord.toLowerCase());
  const isInitial = SINGLE_LETTER.test(token) || DOTTED.test(token);
  // "So did I. The rest", "in the U.S. They": what begins with a small word of the language is a sentence.
  return isInitial && nextWord !== '' && !rules.functionWords.has(nextWord.toLowerCase());
}
