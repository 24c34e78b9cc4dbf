import { hexColor } from '../ink-hex.ts';
import type { CodebookEntry } from './codebook-document.ts';
import type { DocumentWords } from './document-words.ts';

/** Of its own, so that the file needs nothing beside it; for screen and paper. */
const STYLE = `
body{max-width:46rem;margin:3rem auto;padding:0 1.5rem;font:17px/1.6 Georgia,'Source Serif 4',serif;color:#222}
h1{margin:0;font-size:2rem}h2,h3,h4,h5,h6{margin:0;font-size:1.1rem}h2{font-size:1.35rem}
.facts{color:#666;font:13px/1.5 system-ui,sans-serif}
article{margin-top:1.6rem;break-inside:avoid}article>p{margin:.35rem 0}
.mark{display:inline-block;width:.65em;height:.65em;margin-inline-end:.45em;border-radius:2px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
dl{display:grid;grid-template-columns:8rem 1fr;gap:.3rem 1rem;margin:.5rem 0;font-size:15px}dt{color:#666}dd{margin:0}
blockquote{margin:.6rem 0;padding-inline-start:.9rem;border-inline-start:3px solid #999;font-style:italic}
blockquote footer{color:#666;font:13px/1.5 system-ui,sans-serif}
@media (prefers-color-scheme:dark){body{background:#1d1c1a;color:#e6e4df}.facts,dt,blockquote footer{color:#a5a29b}}
@media print{body{margin:0;max-width:none;font-size:11pt;color:#000;background:#fff}}
`;

/** The codebook as one HTML file, printable, without scripts or anything fetched. */
export function codebookHtml(entries: readonly CodebookEntry[], words: DocumentWords): string {
  return [
    '<!DOCTYPE html>',
    `<html lang="${attribute(words.language)}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(words.title)}</title><style>${STYLE}</style></head>`,
    `<body><header><h1>${text(words.title)}</h1><p class="facts">${text(words.subtitle)}</p></header><main>`,
    ...entries.map((entry) => articleOf(entry, words)),
    '</main></body></html>',
    '',
  ].join('\n');
}

function articleOf(
  { code, depth, counts, countsBelow, criteria, quotations }: CodebookEntry,
  words: DocumentWords,
): string {
  const heading = `h${Math.min(depth + 2, 6)}`;
  const facts = [
    ...(words.counts ? [words.counts(countsBelow ?? counts)] : []),
    ...(code.isCodable ? [] : [words.onlyGroup]),
  ].join(' · ');
  const aliases = code.aliases ?? [];
  return [
    `<article style="margin-inline-start:${Math.min(depth, 8) * 1.2}rem">`,
    `<${heading} dir="auto"><span class="mark" style="background:${attribute(hexColor(code.color))}"></span>${text(code.name)}</${heading}>`,
    ...(facts === '' ? [] : [`<p class="facts">${text(facts)}</p>`]),
    ...paragraphs(code.summary ?? ''),
    ...paragraphs(code.definition),
    ...(criteria.length > 0
      ? [
          `<dl>${criteria.map(({ field, text: written }) => `<dt>${text(words.criteria[field])}</dt><dd dir="auto">${lines(written)}</dd>`).join('')}</dl>`,
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

function paragraphs(prose: string): string[] {
  return prose
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p dir="auto">${lines(part)}</p>`);
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
