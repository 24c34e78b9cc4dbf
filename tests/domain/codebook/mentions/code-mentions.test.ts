import { describe, expect, it } from 'vitest';
import { buildCodeTree, type CodeTree } from '#domain/codebook/code-tree.ts';
import { mentionNamesOf, mentionPieces, withoutSigns } from '#domain/codebook/mentions/code-mentions.ts';
import type { CodeId } from '#domain/project/records.ts';
import { codeOf } from '../code-builder.ts';

const tree = buildCodeTree([
  codeOf('money', { name: 'Money' }),
  codeOf('cost', { name: 'Cost', parent: 'money' }),
  codeOf('town', { name: 'Cost to the town', parent: 'money' }),
  codeOf('other', { name: 'Other plans' }),
  codeOf('cost2', { name: 'Cost', parent: 'other' }),
  codeOf('thumb', { name: '👍' }),
  codeOf('arabic', { name: 'الثقة' }),
  codeOf('chinese', { name: '成本' }),
  codeOf('dotted', { name: 'What? (really)' }),
]);

function named(text: string, within: CodeTree = tree): string[] {
  return mentionNamesOf(within)
    .mentionsIn(text)
    .map(({ code, start, end }) => `${code.id}: ${text.slice(start, end)}`);
}

describe('naming codes within texts', () => {
  it('means the longest name that fits and ends as a word does', () => {
    expect(named('Use @Cost to the town, not @Money.')).toEqual(['town: @Cost to the town', 'money: @Money']);
    expect(named('@Moneylender, @Money’s, (@Money)')).toEqual(['money: @Money', 'money: @Money']);
    expect(named('@What? (really)? Yes.')).toEqual(['dotted: @What? (really)']);
  });

  it('tells codes of one name apart by what they stand under, and takes none where it cannot tell', () => {
    expect(named('@Cost')).toEqual([]);
    expect(named('@Money > Cost and @Other plans > Cost')).toEqual([
      'cost: @Money > Cost',
      'cost2: @Other plans > Cost',
    ]);
  });

  it('takes a whole path before the end of a longer one', () => {
    const within = buildCodeTree([
      codeOf('a'),
      codeOf('top', { name: 'Cost' }),
      codeOf('below', { name: 'Cost', parent: 'a' }),
    ]);
    expect(named('@Cost, @a > Cost', within)).toEqual(['top: @Cost', 'below: @a > Cost']);
  });

  it('takes no address for a code, and no part of an emoji', () => {
    expect(named('write to holm@Money')).toEqual([]);
    expect(named('@👍🏽 is another sign than @👍')).toEqual(['thumb: @👍']);
  });

  it('finds names in scripts from right to left and in those without spaces', () => {
    expect(named('استخدم @الثقة هنا')).toEqual(['arabic: @الثقة']);
    expect(named('@الثقةو')).toEqual([]);
    expect(named('不是@成本而是別的')).toEqual(['chinese: @成本']);
  });

  it('puts brackets around a name that the words after it would make longer', () => {
    const names = mentionNamesOf(
      buildCodeTree([codeOf('short', { name: 'Figures' }), codeOf('long', { name: 'Figures as proof' })]),
    );
    expect(names.write('short' as CodeId, ' as evidence')).toBe('@Figures');
    expect(names.write('short' as CodeId, ' as proof')).toBe('@[Figures]');
    expect(names.mentionsIn('@[Figures] as proof').map(({ code }) => code.id)).toEqual(['short']);
  });

  it('shows names without signs and keeps all other words', () => {
    const text = 'Prices: use @Money > Cost. Mail a@b.c, or @nobody.';
    expect(withoutSigns(text, tree)).toBe('Prices: use Cost. Mail a@b.c, or @nobody.');
    expect(mentionPieces(text, tree).map(({ start }) => start)).toEqual([0, 12, 25]);
    expect(mentionPieces('', tree)).toEqual([{ text: '', start: 0, code: null }]);
  });
});
