import { describe, expect, it } from 'vitest';
import { DocText } from '#domain/corpus/doc-text.ts';
import { TextUnits } from '#domain/corpus/text-units.ts';

function turnsOf(text: string): string[] {
  const units = new TextUnits(new DocText(text));
  const turns: string[] = [];
  for (let at = 0; at < text.length; at = units.nextUnitStart('turn', at)) {
    const turn = units.turnAt(at);
    if (turn) turns.push(text.slice(turn.startUtf16, turn.endUtf16));
  }
  return turns;
}

describe('speaker turns', () => {
  it('go from one label to the next, with the paragraphs between and without blank lines at their end', () => {
    const turns = [
      'INTERVIEWER: How was it?',
      'Dr. Meier: Long.\n\nVery long.',
      'INTERVIEWER: And now?',
      'Dr. Meier: Over.',
    ];
    expect(turnsOf(turns.join('\n\n'))).toEqual(turns);
  });

  it.each([
    ['times', ['[00:01:02] Anna: Yes.', 'Ben [00:01:04]: No.', '[00:01:09] Anna: Oh.', 'Ben [00:02:00]: So.']],
    [
      'times on a line of their own',
      ['Jane Doe  0:12\nHello.', 'Max 0:15\nHi.', 'Jane Doe  0:19\nWell.', 'Max 0:22\nGood.'],
    ],
    ['question and answer', ['Q: Why?', 'A: Because.', 'Q: Really?', 'A: Yes.']],
    ['full-width colons', ['记者：你好。', '王先生：你好。', '记者：再见。', '王先生：再见。']],
    ['right-to-left labels', ['المذيع: أهلا.', 'الضيف: أهلا.', 'المذيع: كيف؟', 'الضيف: بخير.']],
  ])('are known with %s', (_kind, turns) => {
    expect(turnsOf(turns.join('\n'))).toEqual(turns);
  });

  it('leave out what stands before the first', () => {
    const text = 'Interview of 3 May\nA: One.\nB: Two.\nA: Three.\nB: Four.';
    const units = new TextUnits(new DocText(text));
    expect(units.turnAt(3)).toBeNull();
    expect(units.nextUnitStart('turn', 0)).toBe(text.indexOf('A: One'));
  });

  it.each([
    ['colons that do not recur', 'Note: one.\nText.\nHe said: two.\nResult: three.\nMore: four.'],
    ['a remark made twice in a long text', `Note: one.\n${'An ordinary paragraph.\n'.repeat(30)}Note: two.`],
    ['times of day and addresses', '10:30: Start\n11:30: Break\nhttps://a.b\nhttps://c.d'],
    ['sentences with a colon', 'what he said was: no.\nwhat he said was: no.\nwhat he said was: no.'],
  ])('are none in an article: %s', (_kind, text) => {
    const units = new TextUnits(new DocText(text));
    expect(units.hasTurns).toBe(false);
    expect(units.turnAt(3)).toBeNull();
  });
});
