import { hexColor } from '../ink-hex.ts';
import { mentionPieces } from '../mentions/code-mentions.ts';
import type { CodeTree } from '../code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';
import { htmlMark } from './document-mark.ts';
import type { CodebookContent, CodebookEntry } from './codebook-document.ts';
import type { DocumentWords } from './document-words.ts';

/** Of its own, so that the file needs nothing beside it; for screen and paper. */
const STYLE = `
body{max-width:46rem;margin:3rem auto;padding:0 1.5rem;font:17px/1.6 Georgia,'Source Serif 4',serif;color:#222}
h1{margin:0;font-size:2rem}h2,h3,h4,h5,h6{margin:0;font-size:1.1rem}h2{font-size:1.35rem}
.facts{color:#666;font:13px/1.5 system-ui,sans-serif}
.introduction{margin:1.2rem 0 2rem}a.code{color:inherit;font-weight:600;text-decoration-color:#999;text-underline-offset:.15em}a.code .mark{margin-inline-end:.3em}
article{margin-top:1.6rem;break-inside:avoid}article>p{margin:.35rem 0}
.mark{display:inline-block;width:.65em;height:.65em;margin-inline-end:.45em;border-radius:2px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
dl{display:grid;grid-template-columns:8rem 1fr;gap:.3rem 1rem;margin:.5rem 0;font-size:15px}dt{color:#666}dd{margin:0}
blockquote{margin:.6rem 0;padding-inline-start:.9rem;border-inline-start:3px solid #999;font-style:italic}
blockquote:dir(rtl){font-style:normal}
blockquote footer{color:#666;font:13px/1.5 system-ui,sans-serif}
@media screen and (prefers-color-scheme:dark){body{background:#1d1c1a;color:#e6e4df}.facts,dt,blockquote footer{color:#a5a29b}}
h1,h2,h3,h4,h5,h6{break-after:avoid}blockquote,dd{break-inside:avoid}
@page{margin:2.2cm 2cm;@bottom-right{content:counter(page) ' / ' counter(pages);font:9pt Georgia,serif;color:#666}}
@media print{body{margin:0;padding:0;max-width:none;font-size:11pt;color:#000;background:#fff}article{break-inside:auto}}
`;

/** The codebook as one HTML file, printable, without scripts or anything fetched. */
export function codebookHtml({ introduction, entries, tree }: CodebookContent, words: DocumentWords): string {
  const prose = new Prose(tree);
  return [
    '<!DOCTYPE html>',
    `<html lang="${attribute(words.language)}">`,
    `<head><meta charset="utf-8">${htmlMark}<meta name="viewport" content="width=device-width"><title>${text(words.title)}</title><style>${STYLE}</style></head>`,
    `<body><header><h1>${text(words.title)}</h1><p class="facts">${text(words.subtitle)}</p></header>`,
    '<main>',
    ...(introduction === ''
      ? []
      : [
          '<div class="introduction">',
          ...introduction.split('\n').flatMap((line) => prose.paragraphs(line)),
          '</div>',
        ]),
    ...entries.map((entry) => articleOf(entry, words, prose)),
    '</main></body></html>',
    '',
  ].join('\n');
}

function articleOf(
  { code, depth, counts, countsBelow, criteria, quotations }: CodebookEntry,
  words: DocumentWords,
  prose: Prose,
): string {
  const heading = `h${Math.min(depth + 2, 6)}`;
  const facts = [
    ...(words.counts ? [words.counts(countsBelow ?? counts)] : []),
    ...(code.isCodable ? [] : [words.onlyGroup]),
  ].join(' · ');
  const aliases = code.aliases ?? [];
  return [
    `<article id="${prose.idOf(code.id)}" style="margin-inline-start:${Math.min(depth, 8) * 1.2}rem">`,
    `<${heading} dir="auto"><span class="mark" style="background:${attribute(hexColor(code.color))}"></span>${text(code.name)}</${heading}>`,
    ...(facts === '' ? [] : [`<p class="facts">${text(facts)}</p>`]),
    ...prose.paragraphs(code.summary ?? ''),
    ...prose.paragraphs(code.definition),
    ...(criteria.length > 0
      ? [
          `<dl>${criteria.map(({ field, text: written }) => `<dt>${text(words.criteria[field])}</dt><dd dir="auto">${prose.lines(written)}</dd>`).join('')}</dl>`,
        ]
      : []),
    ...(aliases.length > 0 ? [`<p class="facts">${text(words.aliases)}: ${text(aliases.join(', '))}</p>`] : []),
    ...quotations.map(
      (passage) =>
        `<blockquote dir="auto">${lines(passage.text)}<footer>${text(words.place(passage.source, passage.paragraph))}</footer></blockquote>`,
    ),
    '</article>',
  ].join('\n');
}

/** What people wrote, with links to the codes it names. */
class Prose {
  readonly #tree: CodeTree;
  /** Numbers, so that the same codebook gives the same file. */
  readonly #places: ReadonlyMap<CodeId, number>;

  constructor(tree: CodeTree) {
    this.#tree = tree;
    this.#places = new Map(tree.rows.map(({ code }, at) => [code.id, at + 1]));
  }

  idOf(id: CodeId): string {
    return `code-${this.#places.get(id)}`;
  }

  paragraphs(prose: string): string[] {
    return prose
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== '')
      .map((part) => `<p dir="auto">${this.lines(part)}</p>`);
  }

  lines(prose: string): string {
    return mentionPieces(prose, this.#tree)
      .map(({ text: plain, code }) => {
        if (!code) return lines(plain);
        const mark = `<span class="mark" style="background:${attribute(hexColor(code.color))}"></span>`;
        return `<bdi><a class="code" href="#${this.idOf(code.id)}">${code.isCodable ? mark : ''}${text(plain)}</a></bdi>`;
      })
      .join('');
  }
}

function lines(prose: string): string {
  return text(prose).replaceAll('\n', '<br>');
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function text(plain: string): string {
  return plain.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);
}

function attribute(plain: string): string {
  return plain.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
