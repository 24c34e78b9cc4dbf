/** What the engine says of a pattern that it cannot read, and our words for it. */
const MISTAKES = [
  [/Unterminated group|Invalid group|Unterminated lookbehind/, 'openGroup'],
  [/Unmatched '\)'/, 'closedGroup'],
  [/Unterminated character class/, 'openClass'],
  [/Lone quantifier brackets/, 'loneBracket'],
  [/Nothing to repeat/, 'nothingToRepeat'],
  [/Incomplete quantifier|numbers out of order/, 'badRepeat'],
  [/Range out of order|Invalid character class/, 'badRange'],
  [/at end of pattern/, 'loneBackslash'],
  [
    /Invalid (Unicode |named |class )?(escape|property name|reference|capture group name)|Invalid decimal escape/,
    'badEscape',
  ],
] as const;

type ReasonKey = `mistake_${(typeof MISTAKES)[number][1]}` | 'unreadableMore';

export function reasonKey(reason: string): ReasonKey {
  const mistake = MISTAKES.find(([pattern]) => pattern.test(reason));
  return mistake ? `mistake_${mistake[1]}` : 'unreadableMore';
}
