import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCode } from '#domain/codebook/add-code.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { moveCode, moveCodes, topmost } from '#domain/codebook/move-code.ts';
import type { Outcome } from '#domain/codebook/refusal.ts';
import { removeCodes, type Removal } from '#domain/codebook/remove-code.ts';
import { renameCode, updateCode } from '#domain/codebook/update-code.ts';
import { invert, type Change } from '#domain/history/change.ts';
import type { Code, CodeId, CodingId, SourceId } from '#domain/project/records.ts';
import { aMemo } from '#tests/support/builders.ts';
import {
  anyCodes,
  anyTree,
  applyToCodes,
  sortedById,
  codeOf,
  coderId,
  codingOf,
  countingEnvironment,
  expectTree,
} from './code-builder.ts';

const id = (text: string): CodeId => text as CodeId;
const environment = countingEnvironment();
const ALL_GO = { codings: 'go', below: 'go' } as const;
const MOVE_UP = { codings: 'go', below: 'moveUp' } as const;
const TO_PARENT = { codings: 'toParent', below: 'go' } as const;

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

function problemOf(outcome: Outcome<unknown>): unknown {
  return outcome.ok ? null : outcome.problem;
}

const family = [
  codeOf('a', { position: 1 }),
  codeOf('b', { position: 2 }),
  codeOf('b1', { parent: 'b' }),
  codeOf('c', { position: 3 }),
];

function orderAfter(codes: readonly Code[], change: Change, parent: string | null): string[] {
  return buildCodeTree(applyToCodes(codes, change))
    .childrenOf(parent as CodeId | null)
    .map((code) => code.id);
}

describe('adding a code', () => {
  it('puts it after its siblings, with the next ink', () => {
    const { change, code } = valueOf(
      addCode(buildCodeTree(family), { name: '  New ' }, coderId, countingEnvironment()),
    );
    expect(code).toEqual(
      codeOf('new-1', {
        name: 'New',
        position: 4,
        color: 'cyan',
        createdAt: '2026-02-03T04:05:06.000Z',
        modifiedAt: '2026-02-03T04:05:06.000Z',
      }),
    );
    expect(change).toEqual({ codes: { added: [code] } });
  });

  it('puts it before a sibling without touching the others', () => {
    const { change, code } = valueOf(
      addCode(buildCodeTree(family), { name: 'New', beforeId: id('b') }, coderId, countingEnvironment()),
    );
    expect(change).toEqual({ codes: { added: [code] } });
    expect(orderAfter(family, change, null)).toEqual(['a', 'new-1', 'b', 'c']);
  });

  it('refuses an empty name, and one that a sibling has but for case, accents and white space', () => {
    const tree = buildCodeTree([codeOf('x', { name: 'Caf\u00e9' }), codeOf('y', { name: 'Other', parent: 'x' })]);
    expect(problemOf(addCode(tree, { name: ' \n' }, coderId, environment))).toEqual({
      code: 'codeNameEmpty',
      params: {},
    });
    expect(problemOf(addCode(tree, { name: ' CAFE\u0301' }, coderId, environment))).toEqual({
      code: 'codeNameTaken',
      params: { name: 'CAFE\u0301', parent: '' },
    });
    expect(problemOf(addCode(tree, { name: 'other', parentId: id('x') }, coderId, environment))).toEqual({
      code: 'codeNameTaken',
      params: { name: 'other', parent: 'Caf\u00e9' },
    });
    expect(addCode(tree, { name: 'Other' }, coderId, environment).ok).toBe(true);
  });

  it('refuses colours and shortcuts that are none', () => {
    const tree = buildCodeTree([]);
    expect(problemOf(addCode(tree, { name: 'n', color: 'mauve' }, coderId, environment))).toEqual({
      code: 'colorUnknown',
      params: { color: 'mauve' },
    });
    expect(problemOf(addCode(tree, { name: 'n', shortcut: 'ab' }, coderId, environment))).toEqual({
      code: 'shortcutInvalid',
      params: { shortcut: 'ab' },
    });
  });
});

describe('updating a code', () => {
  it('takes a shortcut from the code that has it', () => {
    const codes = [codeOf('a', { shortcut: '1' }), codeOf('b')];
    const change = valueOf(updateCode(buildCodeTree(codes), id('b'), { shortcut: '1' }, environment));
    expect(applyToCodes(codes, change).map((code) => [code.id, code.shortcut])).toEqual([
      ['a', ''],
      ['b', '1'],
    ]);
  });

  it('changes nothing when all is so already', () => {
    expect(valueOf(updateCode(buildCodeTree(family), id('a'), { name: ' a', color: 'BRICK' }, environment))).toEqual(
      {},
    );
  });

  it('lets a code change the case of its own name', () => {
    const change = valueOf(renameCode(buildCodeTree(family), id('a'), 'A', environment));
    expect(change.codes?.updated?.[0]?.[1].name).toBe('A');
  });

  it('refuses the name of a sibling and an unknown code', () => {
    expect(problemOf(renameCode(buildCodeTree(family), id('a'), 'B', environment))).toEqual({
      code: 'codeNameTaken',
      params: { name: 'B', parent: '' },
    });
    expect(problemOf(renameCode(buildCodeTree(family), id('gone'), 'B', environment))).toEqual({
      code: 'codeMissing',
      params: {},
    });
  });
});

describe('moving a code', () => {
  it('gives only the moved code a new position where there is room', () => {
    const change = valueOf(moveCode(buildCodeTree(family), id('c'), null, id('a'), environment));
    expect(change.codes?.updated?.map(([from]) => from.id)).toEqual(['c']);
    expect(orderAfter(family, change, null)).toEqual(['c', 'a', 'b']);
  });

  it('counts siblings anew where their positions are equal', () => {
    const codes = [codeOf('a'), codeOf('b'), codeOf('c')];
    const change = valueOf(moveCode(buildCodeTree(codes), id('c'), null, id('b'), environment));
    expect(orderAfter(codes, change, null)).toEqual(['a', 'c', 'b']);
  });

  it('does nothing when the code stands there already', () => {
    const tree = buildCodeTree(family);
    expect(valueOf(moveCode(tree, id('a'), null, id('b'), environment))).toEqual({});
    expect(valueOf(moveCode(tree, id('c'), null, null, environment))).toEqual({});
  });

  it('refuses to put a code inside itself', () => {
    expect(problemOf(moveCode(buildCodeTree(family), id('b'), id('b1'), null, environment))).toEqual({
      code: 'codeInsideItself',
      params: { name: 'b' },
    });
  });

  it('refuses to put a code beside a namesake', () => {
    const codes = [...family, codeOf('b2', { parent: 'b', name: 'A' })];
    expect(problemOf(moveCode(buildCodeTree(codes), id('b2'), null, null, environment))).toEqual({
      code: 'codeNameTaken',
      params: { name: 'A', parent: '' },
    });
  });

  it('keeps order for hundreds of moves to the same place', () => {
    let codes = Array.from({ length: 6 }, (_, index) => codeOf(`c${index}`, { position: index + 1 }));
    let expected = codes.map((code) => code.id);
    for (let step = 0; step < 300; step++) {
      const moved = expected.at(-1) ?? id('');
      const change = valueOf(moveCode(buildCodeTree(codes), moved, null, expected[1] ?? null, environment));
      codes = applyToCodes(codes, change);
      expected = [...expected.slice(0, 1), moved, ...expected.slice(1, -1)];
      expect(buildCodeTree(codes).roots.map((code) => code.id)).toEqual(expected);
      expect(codes.every((code) => code.position > 0)).toBe(true);
    }
  });

  it('puts the code where it was asked to, never makes a circle, and can be taken back', () => {
    fc.assert(
      fc.property(
        anyCodes,
        fc.nat(11),
        fc.option(fc.nat(11)),
        fc.option(fc.nat(11)),
        (codes, moved, parent, before) => {
          const tree = buildCodeTree(codes);
          const parentId = parent === null ? null : id(`c${parent}`);
          const beforeId = before === null ? null : id(`c${before}`);
          const outcome = moveCode(tree, id(`c${moved}`), parentId, beforeId, environment);
          if (!outcome.ok) return;
          const after = applyToCodes(codes, outcome.value);
          const treeAfter = buildCodeTree(after);
          expect(treeAfter.rows.length).toBe(codes.length);
          expect(treeAfter.parentOf(id(`c${moved}`))).toBe(parentId);
          const rest = tree.childrenOf(parentId).filter((code) => code.id !== `c${moved}`);
          expect(
            treeAfter
              .childrenOf(parentId)
              .map((code) => code.id)
              .filter((other) => other !== `c${moved}`),
          ).toEqual(rest.map((code) => code.id));
          expect(sortedById(applyToCodes(after, invert(outcome.value)))).toEqual(sortedById(codes));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('removing a code', () => {
  const codings = [
    codingOf('1', 'b', { sourceId: 's1' as SourceId }),
    codingOf('2', 'b1', { sourceId: 's1' as SourceId }),
    codingOf('3', 'b1', { sourceId: 's2' as SourceId }),
    codingOf('4', 'a'),
  ];
  const onCode = aMemo({ subject: { kind: 'code', codeId: id('b1') } });

  it('takes all below it and their codings along', () => {
    const { change, summary } = valueOf(
      removeCodes(buildCodeTree(family), { codings, memos: [onCode] }, [id('b')], ALL_GO, environment),
    );
    expect(change.codings?.removed?.map((coding) => coding.id)).toEqual(['1', '2', '3']);
    expect(change.codes?.removed?.map((code) => code.id)).toEqual(['b', 'b1']);
    expect(summary).toEqual({ codes: 2, codings: 3, sources: 2, memos: 1, handedOver: 0 });
    expect(change.memos?.removed).toEqual([onCode]);
  });

  it('moves what is below it to its place', () => {
    const codes = [...family, codeOf('b2', { parent: 'b', position: 2 })];
    const { change, summary } = valueOf(
      removeCodes(buildCodeTree(codes), { codings, memos: [onCode] }, [id('b')], MOVE_UP, environment),
    );
    expect(orderAfter(codes, change, null)).toEqual(['a', 'b1', 'b2', 'c']);
    expect(change.codes?.updated?.map(([from]) => from.id)).toEqual(['b1', 'b2']);
    expect(summary).toEqual({ codes: 1, codings: 1, sources: 1, memos: 0, handedOver: 0 });
  });

  it('refuses to move a child up beside a namesake', () => {
    const codes = [...family, codeOf('b2', { parent: 'b', name: 'C' })];
    expect(
      problemOf(removeCodes(buildCodeTree(codes), { codings: [], memos: [] }, [id('b')], MOVE_UP, environment)),
    ).toEqual({
      code: 'codeNameTaken',
      params: { name: 'C', parent: '' },
    });
  });

  it('hands codings to a chosen code that stays, and refuses any other', () => {
    const codes = [...family, codeOf('group', { isCodable: false })];
    const remove = (to: string): Outcome<Removal> =>
      removeCodes(
        buildCodeTree(codes),
        { codings, memos: [] },
        [id('b')],
        { codings: { to: id(to) }, below: 'go' },
        environment,
      );
    const { change, summary } = valueOf(remove('c'));
    expect(change.codes?.removed?.map((code) => code.id)).toEqual(['b', 'b1']);
    expect(change.codings?.updated?.map(([, to]) => [to.id, to.codeId])).toEqual([
      ['1', 'c'],
      ['3', 'c'],
    ]);
    expect(summary).toEqual({ codes: 2, codings: 0, sources: 0, memos: 0, handedOver: 3 });
    expect(problemOf(remove('b1'))).toMatchObject({ code: 'codeMissing' });
    expect(problemOf(remove('nobody'))).toMatchObject({ code: 'codeMissing' });
    expect(problemOf(remove('group'))).toMatchObject({ code: 'onlyFolder' });
  });

  it('hands codings to the nearest code above that stays, uniting those on one passage', () => {
    const codes = [codeOf('top'), codeOf('mid', { parent: 'top' }), codeOf('low', { parent: 'mid' })];
    const apart = { startUtf16: 5, endUtf16: 9 };
    const all = [codingOf('1', 'low'), codingOf('2', 'top'), codingOf('3', 'mid', apart)];
    const { change, summary } = valueOf(
      removeCodes(buildCodeTree(codes), { codings: all, memos: [] }, [id('mid')], TO_PARENT, environment),
    );
    expect(change.codings?.removed?.map((coding) => coding.id)).toEqual(['1']);
    expect(change.codings?.updated?.map(([, to]) => [to.id, to.codeId])).toContainEqual(['3', 'top']);
    expect(summary).toEqual({ codes: 2, codings: 0, sources: 0, memos: 0, handedOver: 2 });
  });

  it('refuses to hand codings to nobody, or to a code that cannot be given', () => {
    const folder = [codeOf('f', { isCodable: false }), codeOf('in', { parent: 'f' })];
    const content = { codings: [codingOf('1', 'in'), codingOf('2', 'f')], memos: [] };
    const tree = buildCodeTree(folder);
    expect(problemOf(removeCodes(tree, content, [id('in')], TO_PARENT, environment))).toEqual({
      code: 'onlyFolder',
      params: { name: 'f' },
    });
    expect(problemOf(removeCodes(tree, content, [id('f')], TO_PARENT, environment))).toMatchObject({
      code: 'noCodeAbove',
    });
  });

  it('removes several at once without losing a code or a coding that should stay, whatever is chosen', () => {
    const choices = fc.record({
      codings: fc.constantFrom('go' as const, 'toParent' as const),
      below: fc.constantFrom('go' as const, 'moveUp' as const),
    });
    fc.assert(
      fc.property(anyTree, fc.uniqueArray(fc.nat(11)), choices, (codes, picked, policy) => {
        const tree = buildCodeTree(codes);
        const ids = picked.map((at) => id(`c${at}`)).filter((one) => tree.has(one));
        // One coder, two passages for each code, one of them shared by all.
        const all = codes.flatMap((code, at) => [
          codingOf(`${code.id}-shared`, code.id),
          codingOf(`${code.id}-own`, code.id, { startUtf16: 10 * at + 10, endUtf16: 10 * at + 15 }),
        ]);
        const outcome = removeCodes(tree, { codings: all, memos: [] }, ids, policy, environment);
        if (!outcome.ok) return;
        const after = applyToCodes(codes, outcome.value.change);
        expectTree(after);
        const gone = new Set(ids.flatMap((one) => [one, ...(policy.below === 'go' ? descendants(tree, one) : [])]));
        expect(after.map((code) => code.id).toSorted()).toEqual(
          codes
            .map((code) => code.id)
            .filter((one) => !gone.has(one))
            .toSorted(),
        );
        const { removed = [], updated = [] } = outcome.value.change.codings ?? {};
        const own = removed.filter((coding) => coding.id.endsWith('-own')).length;
        expect(own).toBe(policy.codings === 'go' ? gone.size : 0);
        for (const [, to] of updated) expect(after.some((code) => code.id === to.codeId)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('removes one code or one branch, nothing else, and can be taken back', () => {
    const policy = fc.constantFrom(ALL_GO, MOVE_UP);
    fc.assert(
      fc.property(anyCodes, fc.nat(11), policy, (codes, removed, how) => {
        const tree = buildCodeTree(codes);
        const outcome = removeCodes(tree, { codings: [], memos: [] }, [id(`c${removed}`)], how, environment);
        if (!outcome.ok) return;
        const after = applyToCodes(codes, outcome.value.change);
        const going = how === ALL_GO ? tree.descendantsOf(id(`c${removed}`)).length + 1 : 1;
        expect(buildCodeTree(after).rows.length).toBe(codes.length - going);
        expect(sortedById(applyToCodes(after, invert(outcome.value.change)))).toEqual(sortedById(codes));
      }),
      { numRuns: 500 },
    );
  });
});

function descendants(tree: ReturnType<typeof buildCodeTree>, one: CodeId): CodeId[] {
  return tree.descendantsOf(one).map((code) => code.id);
}

describe('moving several codes', () => {
  it('puts them beside one another in the order of the codebook, those below with theirs', () => {
    const codes = [...family, codeOf('d', { position: 4 })];
    const tree = buildCodeTree(codes);
    const change = valueOf(moveCodes(tree, [id('d'), id('b1'), id('b')], null, id('a'), environment));
    expect(orderAfter(codes, change, null)).toEqual(['b', 'd', 'a', 'c']);
    expect(orderAfter(codes, change, 'b')).toEqual(['b1']);
  });

  it('refuses all of them where one would stand beside a namesake, be it another that moves', () => {
    const codes = [...family, codeOf('b2', { parent: 'b', name: 'C' }), codeOf('x', { name: 'B1', parent: 'c' })];
    const tree = buildCodeTree(codes);
    const taken = { code: 'codeNameTaken', params: { name: 'C', parent: '' } };
    expect(problemOf(moveCodes(tree, [id('b1'), id('b2')], null, null, environment))).toEqual(taken);
    expect(problemOf(moveCodes(tree, [id('b1'), id('x')], id('a'), null, environment))).toMatchObject({
      code: 'codeNameTaken',
    });
  });

  it('keeps a tree with unique names and every code, and can be taken back', () => {
    fc.assert(
      fc.property(
        anyTree,
        fc.uniqueArray(fc.nat(11), { minLength: 1 }),
        fc.option(fc.nat(11)),
        fc.option(fc.nat(11)),
        (codes, picked, parent, before) => {
          const tree = buildCodeTree(codes);
          const ids = picked.map((at) => id(`c${at}`));
          const parentId = parent === null ? null : id(`c${parent}`);
          const outcome = moveCodes(tree, ids, parentId, before === null ? null : id(`c${before}`), environment);
          if (!outcome.ok) return;
          const after = applyToCodes(codes, outcome.value);
          expectTree(after);
          expect(after.length).toBe(codes.length);
          for (const code of topmost(tree, ids)) expect(buildCodeTree(after).parentOf(code.id)).toBe(parentId);
          expect(sortedById(applyToCodes(after, invert(outcome.value)))).toEqual(sortedById(codes));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('fields that few codes have', () => {
  it('are stored when written, and left out again when emptied', () => {
    const codes = [codeOf('a'), codeOf('b')];
    const written = valueOf(
      updateCode(
        buildCodeTree(codes),
        id('a'),
        { summary: 'short', aliases: [' One ', 'one', '', 'Two'], exampleCodingId: 'coding-1' as CodingId },
        environment,
      ),
    );
    const [a = codeOf('missing')] = sortedById(applyToCodes(codes, written));
    expect(a).toMatchObject({ summary: 'short', aliases: ['One', 'Two'], exampleCodingId: 'coding-1' });
    const emptied = valueOf(
      updateCode(buildCodeTree([a]), id('a'), { summary: ' ', aliases: [], exampleCodingId: null }, environment),
    );
    expect(applyToCodes([a], emptied)).toEqual([{ ...codeOf('a'), modifiedAt: environment.now() }]);
  });

  it('empty as they were, change nothing', () => {
    const tree = buildCodeTree([codeOf('a')]);
    expect(valueOf(updateCode(tree, id('a'), { summary: '', borderline: '', aliases: [] }, environment))).toEqual({});
  });
});
