import { describe, expect, it } from 'vitest';
import { DocText } from '#domain/corpus/doc-text.ts';
import { TextUnits } from '#domain/corpus/text-units.ts';

function clausesOf(text: string): string[] {
  const units = new TextUnits(new DocText(text));
  const clauses: string[] = [];
  for (let at = 0; at < text.length; at = units.nextUnitStart('clause', at)) {
    const { startUtf16, endUtf16 } = units.clauseAt(at);
    clauses.push(text.slice(startUtf16, endUtf16));
  }
  return clauses;
}

describe('clauses', () => {
  it.each([
    ['She came, saw; and said: nothing.', ['She came,', 'saw;', 'and said:', 'nothing.']],
    ['He paid 1,000 at 10:30, in 1990–1995.', ['He paid 1,000 at 10:30,', 'in 1990–1995.']],
    ['The well-being – such as it was – of all.', ['The well-being', 'such as it was', 'of all.']],
    ['It rained—hard—all day.', ['It rained', 'hard', 'all day.']],
    ['“Come,” he said, “now.”', ['“Come,”', 'he said,', '“now.”']],
    ['他来了，看见了；说：没有。', ['他来了，', '看见了；', '说：', '没有。']],
    ['りんご、みかんを買った。', ['りんご、', 'みかんを買った。']],
    ['جاء، ورأى؛ ثم مضى.', ['جاء،', 'ورأى؛', 'ثم مضى.']],
    ['ภาษาไทย ไม่มีจุด OK go', ['ภาษาไทย', 'ไม่มีจุด OK go']],
    ['One. Two, three.', ['One.', 'Two,', 'three.']],
    [', loose', [', loose']],
  ])('of %s', (text, clauses) => {
    expect(clausesOf(text)).toEqual(clauses);
  });
});
