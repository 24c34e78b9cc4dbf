import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import {
  chooseQuotations,
  codebookDocument,
  countBranches,
  type CodebookContent,
} from '#domain/codebook/document/codebook-document.ts';
import type { DocumentWords } from '#domain/codebook/document/document-words.ts';
import { codebookHtml } from '#domain/codebook/document/write-html.ts';
import { codebookMarkdown } from '#domain/codebook/document/write-markdown.ts';
import type { Coding, CodingId, CoderId, SourceId } from '#domain/project/records.ts';
import { xmlTree } from '#workers/xml-tree.ts';
import { anyTree, codeOf, codingOf } from '../code-builder.ts';

const words: DocumentWords = {
  title: 'Codebook',
  subtitle: '2 codes',
  criteria: { include: 'Include', exclude: 'Exclude', example: 'Typical', borderline: 'Borderline', memo: 'Memo' },
  aliases: 'Also called',
  onlyGroup: 'only a group',
  counts: ({ codings }) => `${codings} codings`,
  place: (source, paragraph) => `${source}, ¶ ${paragraph}`,
  language: 'en',
};

const codes = [
  codeOf('a', { name: 'Water *', definition: 'What runs.\n\n1. Not ice.', isCodable: false }),
  codeOf('b', { parent: 'a', name: 'Rain <b>', include: 'Hail & snow', aliases: ['Drizzle'] }),
];
const codings = [
  codingOf('1', 'b', { quote: 'It rained.', sourceId: 's1' as SourceId }),
  codingOf('2', 'a', { quote: 'Wet.', sourceId: 's1' as SourceId, coderId: 'other' as CoderId }),
];

function entries(): ReturnType<typeof codebookDocument> {
  const tree = buildCodeTree(codes);
  return codebookDocument(tree, {
    ...countBranches(tree, codings),
    quotationsOf: ({ id }) => (id === 'b' ? [{ text: 'It rained.\nAll day.', source: 'Letters_1', paragraph: 3 }] : []),
  });
}

function content(): CodebookContent {
  return { introduction: '', entries: entries(), tree: buildCodeTree(codes) };
}

describe('the codebook as a document', () => {
  it('has every code in the order of the tree, only filled criteria, and counts with what is below', () => {
    expect(
      entries().map(({ code, depth, counts, countsBelow, criteria }) => [
        code.id,
        depth,
        counts.codings,
        countsBelow,
        criteria,
      ]),
    ).toEqual([
      ['a', 0, 1, { codings: 2, sources: 1, coders: 2 }, []],
      ['b', 1, 1, null, [{ field: 'include', text: 'Hail & snow' }]],
    ]);
  });

  it('counts sources and coders of a branch once', () => {
    fc.assert(
      fc.property(anyTree, fc.array(fc.tuple(fc.nat(11), fc.nat(2), fc.nat(1))), (tree, drafts) => {
        fc.pre(tree.length > 0);
        const made = drafts.map(([code, source, coder], at) =>
          codingOf(`k${at}`, tree[code % tree.length]?.id ?? '', {
            sourceId: `s${source}` as SourceId,
            coderId: `p${coder}` as CoderId,
          }),
        );
        const codeTree = buildCodeTree(tree);
        const { countsBelow } = countBranches(codeTree, made);
        for (const { id } of tree) {
          const inside = made.filter(({ codeId }) => codeTree.isInside(codeId, id));
          expect(countsBelow(id)).toEqual({
            codings: inside.length,
            sources: new Set(inside.map(({ sourceId }) => sourceId)).size,
            coders: new Set(inside.map(({ coderId }) => coderId)).size,
          });
        }
      }),
    );
  });

  it('quotes the typical example first, then the heaviest, and nothing twice', () => {
    const code = codeOf('a', { exampleCodingId: '3' as CodingId });
    const quote = (id: string, text: string, weight?: number) =>
      codingOf(id, 'a', { quote: text, ...(weight !== undefined && { weight }) });
    const all = [quote('1', 'short'), quote('2', 'heavy', 80), quote('3', 'typical'), quote('4', 'heavy', 70)];
    expect(chooseQuotations(code, all, { limit: 3, sources: new Map() }).map(({ id }) => id)).toEqual(['3', '2', '1']);
  });

  it('quotes the same passages whatever order the codings come in, and those of one import in the order of the texts', () => {
    const sources = new Map([
      ['z' as SourceId, { name: 'Alder' }],
      ['y' as SourceId, { name: 'Birch' }],
    ]);
    const made = (id: string, sourceId: string, startUtf16: number): Coding =>
      codingOf(id, 'a', { sourceId: sourceId as SourceId, startUtf16, quote: `quote ${id}` });
    const inOrder = [made('4', 'z', 3), made('2', 'z', 90), made('3', 'y', 1), made('1', 'y', 40)];
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: 4 }), (shuffled) => {
        expect(chooseQuotations(codeOf('a'), shuffled, { limit: 4, sources })).toEqual(inOrder);
      }),
    );
  });

  it('is Markdown in which nothing of the words becomes a sign', () => {
    expect(codebookMarkdown(content(), words)).toBe(
      [
        '# Codebook',
        '2 codes',
        '## Water \\*',
        '*2 codings · only a group*',
        'What runs.',
        '1\\. Not ice.',
        '### Rain \\<b\\>',
        '*1 codings*',
        '- **Include:** Hail & snow',
        'Also called: Drizzle',
        '> It rained.\n> All day.\n>\n> (Letters\\_1, ¶ 3)',
        '<!-- postil-codebook-document/1 -->',
      ].join('\n\n') + '\n',
    );
  });

  it('is HTML in which nothing of the words becomes a tag', () => {
    const html = codebookHtml(content(), words);
    expect(html).toContain('Rain &lt;b&gt;</h3>');
    expect(html).not.toContain('<script');
    const body = html.slice(html.indexOf('<body>')).replaceAll('<br>', '<br/>').replace('</html>', '');
    expect(xmlTree(body).children.map(({ name }) => name)).toEqual(['header', 'main']);
    const hostileCodes = codes.map((code) => ({
      ...code,
      name: `</h2><img onerror=x>${code.id}`,
      color: '"><i>',
      definition: '@</h2><img onerror=x>a',
    }));
    const hostile = codebookHtml(
      {
        introduction: '@</h2><img onerror=x>b <img>',
        entries: entries().map((entry, at) => ({ ...entry, code: hostileCodes[at] ?? entry.code })),
        tree: buildCodeTree(hostileCodes),
      },
      words,
    );
    expect(hostile).not.toMatch(/<img|"><i>/);
  });

  it('begins with the introduction, and names codes without signs: bold, or as links to where they are', () => {
    const naming = codes.map((code) =>
      code.id === 'b' ? { ...code, exclude: 'Puddles: use @Water *, @Water.' } : code,
    );
    const tree = buildCodeTree([...naming, codeOf('c', { name: 'Water' })]);
    const entriesNow = codebookDocument(tree, { ...countBranches(tree, []), quotationsOf: () => [] });
    const all = { introduction: 'Code @Water.\nThen read.', entries: entriesNow, tree };
    const markdown = codebookMarkdown(all, words);
    expect(markdown).toContain('2 codes\n\nCode **Water**.\n\nThen read.\n\n## Water');
    expect(markdown).toContain('- **Exclude:** Puddles: use Water \\*, **Water**.');
    const html = codebookHtml(all, words);
    expect(html).toContain('<p dir="auto">Then read.</p>');
    expect(html).toMatch(/Puddles: use <bdi><a class="code" href="#code-(\d)">Water \*<\/a>/);
    for (const [, id] of html.matchAll(/href="#(code-\d)"/g)) expect(html).toContain(`<article id="${id}"`);
    expect(markdown + html).not.toContain('@Water');
  });

  it('keeps its order and depth whatever the tree', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const codeTree = buildCodeTree(tree);
        const nothing = { codings: 0, sources: 0, coders: 0 };
        const made = codebookDocument(codeTree, {
          countsOf: () => nothing,
          countsBelow: () => nothing,
          quotationsOf: () => [],
        });
        expect(made.map(({ code, depth }) => [code.id, depth])).toEqual(
          codeTree.rows.map(({ code, depth }) => [code.id, depth]),
        );
      }),
    );
  });
});
