import type { Span } from '#domain/coding/span.ts';
import type { Page } from './page.ts';

/** A tint over a passage that fades: the eye finds where it has come to. */
export function flash(page: Page, { startUtf16, endUtf16 }: Span): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const { last } = page.visibleParagraphs();
  const end = Math.min(endUtf16, page.doc.endOf(last));
  const boxes = startUtf16 < end ? page.places.range(startUtf16, end)?.getClientRects() : undefined;
  const body = page.host.parentElement;
  const origin = body?.getBoundingClientRect() ?? new DOMRect();
  for (const box of boxes ?? []) {
    const element = document.createElement('div');
    element.className = 'jump-flash';
    element.style.cssText = `left: ${box.left - origin.left}px; top: ${box.top - origin.top}px; width: ${box.width}px; height: ${box.height}px`;
    element.addEventListener('animationend', () => element.remove());
    body?.append(element);
  }
}
