import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { CodebookEntry, QuotedPassage } from '#domain/codebook/document/codebook-document.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import { hexColor } from '#domain/codebook/ink-hex.ts';
import { mentionPieces } from '#domain/codebook/mentions/code-mentions.ts';
import type { CodeId } from '#domain/project/records.ts';
import { withoutImpossible } from '#domain/interchange/codebook-files/xml-element.ts';
import type { CodebookDocument } from './codebook-document.ts';

const FONT = 'Georgia';
const BLACK = '000000';
const GREY = '666666';
const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
/** Word's own headings are blue, which would be one colour more among those of the codes. Sizes in half points. */
const STYLES = {
  title: { run: { font: FONT, size: 40, bold: true, color: BLACK }, paragraph: { spacing: { after: 80 } } },
  heading1: { run: { font: FONT, size: 30, bold: true, color: BLACK } },
  heading2: { run: { font: FONT, size: 25, bold: true, color: BLACK } },
  heading3: { run: { font: FONT, size: 22, bold: true, color: BLACK } },
  heading4: { run: { font: FONT, size: 22, bold: true, italics: true, color: BLACK } },
  heading5: { run: { font: FONT, size: 22, italics: true, color: BLACK } },
  heading6: { run: { font: FONT, size: 20, italics: true, color: BLACK } },
};
/** In twips, a twentieth of a point. */
const CELL_MARGINS = { top: 50, bottom: 50, left: 0, right: 120 };
const QUOTE_INDENT = 360;
const LABEL_WIDTH = 1_900;
const TEXT_WIDTH = 7_126;

/** The codebook as a Word file: headings for the tree, so that it has an outline, and criteria as tables of two columns. */
export async function writeCodebookDocx({
  introduction,
  entries,
  tree,
  words,
}: CodebookDocument): Promise<Uint8Array<ArrayBuffer>> {
  const prose = new Prose(tree);
  const file = new Document({
    title: withoutImpossible(words.title),
    creator: 'Postil',
    styles: {
      default: { ...STYLES, document: { run: { font: FONT, size: 22, language: { value: words.language } } } },
    },
    sections: [
      {
        footers: { default: new Footer({ children: [pageNumber(words.title)] }) },
        children: [
          paragraph(words.title, { heading: HeadingLevel.TITLE }),
          paragraph(words.subtitle, { spacing: { after: 240 } }, { color: GREY, size: 20 }),
          ...prose.paragraphs(introduction),
          ...entries.flatMap((entry) => blocksOf(entry, words, prose)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function blocksOf(entry: CodebookEntry, words: CodebookDocument['words'], prose: Prose): (Paragraph | Table)[] {
  const { code, depth, counts, countsBelow, criteria, quotations } = entry;
  const facts = [
    ...(words.counts ? [words.counts(countsBelow ?? counts)] : []),
    ...(code.isCodable ? [] : [words.onlyGroup]),
  ].join(' · ');
  const aliases = code.aliases ?? [];
  return [
    headingOf(entry, prose, headings[Math.min(depth, headings.length - 1)] ?? HeadingLevel.HEADING_6),
    ...(facts === '' ? [] : [paragraph(facts, { keepNext: true, spacing: { after: 60 } }, { color: GREY, size: 18 })]),
    ...prose.paragraphs(code.summary ?? '', { italics: true }),
    ...prose.paragraphs(code.definition),
    ...(criteria.length > 0
      ? [
          criteriaTable(
            criteria.map(({ field, text }) => [words.criteria[field], text] as const),
            prose,
          ),
        ]
      : []),
    ...(aliases.length > 0
      ? [paragraph(`${words.aliases}: ${aliases.join(', ')}`, {}, { color: GREY, size: 20 })]
      : []),
    ...quotations.flatMap((passage) => quotation(passage, hexColor(code.color), words)),
  ];
}

/** A passage and its place, on one page as far as that goes: the place never stands alone at the top of the next. */
function quotation(
  { text, source, paragraph: number }: QuotedPassage,
  color: string,
  words: CodebookDocument['words'],
): Paragraph[] {
  const isRightToLeft = startsRightToLeft(text);
  const look = quoteLook(color, isRightToLeft);
  // Scripts from right to left have no italics; a slanted one is hard to read.
  return [
    gap(),
    ...text
      .split('\n')
      .map((line) => new Paragraph({ ...look, keepNext: true, children: [run(line, { italics: !isRightToLeft })] })),
    new Paragraph({ ...look, children: [run(words.place(source, number), { color: GREY, size: 18 })] }),
  ];
}

/** Space in which no border runs on, as it does over space that belongs to paragraphs of the same border. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 140, lineRule: LineRuleType.EXACT } });
}

function pageNumber(title: string): Paragraph {
  const look = { color: GREY, size: 16 };
  return new Paragraph({
    alignment: AlignmentType.END,
    children: [
      run(title, look),
      new TextRun({ ...look, children: ['  ·  ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
    ],
  });
}

/** The code's colour as a shaded space: it prints in colour, and reads as nothing. */
function headingOf({ code }: CodebookEntry, prose: Prose, heading: (typeof headings)[number]): Paragraph {
  const mark = new TextRun({
    text: '\u2003',
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: hexColor(code.color).slice(1) },
  });
  const name = run(code.name, {});
  const isRightToLeft = startsRightToLeft(code.name);
  return new Paragraph({
    heading,
    keepNext: true,
    bidirectional: isRightToLeft,
    spacing: { before: 280, after: 60 },
    children: [
      ...(code.isCodable ? [mark, new TextRun(' ')] : []),
      new Bookmark({ id: prose.anchorOf(code.id), children: [name] }),
    ],
  });
}

function criteriaTable(rows: readonly (readonly [label: string, text: string])[], prose: Prose): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const hair = { style: BorderStyle.SINGLE, size: 2, color: 'CCCCCC' };
  return new Table({
    width: { size: LABEL_WIDTH + TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL_WIDTH, TEXT_WIDTH],
    margins: CELL_MARGINS,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: hair, insideVertical: none },
    rows: rows.map(
      ([label, text]) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: LABEL_WIDTH, type: WidthType.DXA },
              children: [paragraph(label, {}, { color: GREY, size: 20 })],
            }),
            new TableCell({
              width: { size: TEXT_WIDTH, type: WidthType.DXA },
              children: text.split('\n').map((line) => prose.paragraph(line, {}, { size: 20 })),
            }),
          ],
        }),
    ),
  });
}

function quoteLook(color: string, isRightToLeft: boolean): IParagraphOptions {
  const bar = { style: BorderStyle.SINGLE, size: 18, space: 8, color: color.slice(1) };
  return {
    bidirectional: isRightToLeft,
    indent: { start: QUOTE_INDENT },
    spacing: { after: 0 },
    // Borders have sides of the paper, where indents begin and end with the line.
    border: isRightToLeft ? { right: bar } : { left: bar },
  };
}

/** What people wrote; codes it names are bold, and links to their headings. */
class Prose {
  readonly #tree: CodeTree;
  readonly #places: ReadonlyMap<CodeId, number>;

  constructor(tree: CodeTree) {
    this.#tree = tree;
    this.#places = new Map(tree.rows.map(({ code }, at) => [code.id, at + 1]));
  }

  /** The name of the bookmark at a code's heading. */
  anchorOf(id: CodeId): string {
    return `code_${this.#places.get(id)}`;
  }

  paragraphs(text: string, look: IRunOptions = {}): Paragraph[] {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => this.paragraph(line, { spacing: { after: 100 } }, look));
  }

  paragraph(text: string, options: IParagraphOptions, look: IRunOptions): Paragraph {
    const children = mentionPieces(text, this.#tree).map((piece) =>
      piece.code
        ? new InternalHyperlink({
            anchor: this.anchorOf(piece.code.id),
            children: [run(piece.text, { ...look, bold: true })],
          })
        : run(piece.text, look),
    );
    return new Paragraph({ ...options, bidirectional: startsRightToLeft(text), children });
  }
}

function paragraph(text: string, options: IParagraphOptions, look: IRunOptions = {}): Paragraph {
  return new Paragraph({ ...options, bidirectional: startsRightToLeft(text), children: [run(text, look)] });
}

function run(text: string, look: IRunOptions): TextRun {
  return new TextRun({ ...look, text: withoutImpossible(text), rightToLeft: startsRightToLeft(text) });
}

/** By the first letter that has a direction, as browsers do it. */
function startsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(first);
}
