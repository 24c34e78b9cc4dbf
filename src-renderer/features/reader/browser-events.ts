import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Caret } from './caret.ts';
import type { ReaderParts } from './reader-contract.ts';

export interface BrowserEvents {
  readonly onScroll: () => void;
  /** Lines break elsewhere: the column has become wider or narrower. */
  readonly onRewrap: () => void;
}

/** What the browser tells of a page: scrolling, another width, and its own focus, selection and copying, which the caret answers. */
export function listenToBrowser(
  { scroller, host }: ReaderParts,
  { doc, caret }: { readonly doc: DocText; readonly caret: Caret },
  { onScroll, onRewrap }: BrowserEvents,
  signal: AbortSignal,
): void {
  scroller.addEventListener('scroll', onScroll, { signal, passive: true });
  // Captured before Lexical, which would follow every move of a selection it has no use for.
  window.addEventListener('selectionchange', (event) => adoptSelection(event, host, caret), { signal, capture: true });
  host.addEventListener('focus', () => caret.project(), { signal });
  host.addEventListener('copy', (event) => copy(event, doc, caret), { signal });
  let { clientWidth } = host;
  const observer = new ResizeObserver(() => {
    // Its height changes with every section that comes or goes; only another width moves what is painted.
    if (host.clientWidth === clientWidth) return;
    ({ clientWidth } = host);
    onRewrap();
  });
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect());
}

function adoptSelection(event: Event, host: HTMLElement, caret: Caret): void {
  const node = document.getSelection()?.focusNode;
  if (!node || !host.contains(node)) return;
  event.stopImmediatePropagation();
  caret.adoptDomSelection();
}

function copy(event: ClipboardEvent, doc: DocText, { selection }: Caret): void {
  if (!selection || !event.clipboardData) return;
  // The browser's own copy adds line feeds between blocks; the text knows better.
  event.clipboardData.setData('text/plain', doc.text.slice(selection.startUtf16, selection.endUtf16));
  event.preventDefault();
}
