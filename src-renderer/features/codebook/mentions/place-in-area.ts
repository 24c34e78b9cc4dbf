/** What decides where the words of a field stand. */
const LOOKS = [
  'font',
  'letter-spacing',
  'word-spacing',
  'text-align',
  'text-indent',
  'tab-size',
  'direction',
  'unicode-bidi',
  'white-space',
  'overflow-wrap',
  'word-break',
  'padding',
] as const;

/**
 * Where a sign of a field is, in the window: a field does not say so, so the same words are set beside it in the same way for
 * a moment.
 * @param at in UTF-16 units
 */
export function placeInArea(area: HTMLTextAreaElement, at: number): DOMRect {
  const looks = getComputedStyle(area);
  const mirror = document.createElement('div');
  for (const look of LOOKS) mirror.style.setProperty(look, looks.getPropertyValue(look));
  // Fixed, so that nothing around it becomes larger or begins to scroll.
  Object.assign(mirror.style, { position: 'fixed', inset: '0 auto auto 0', visibility: 'hidden' });
  mirror.style.boxSizing = 'border-box';
  mirror.style.width = `${area.clientWidth}px`;
  const sign = document.createElement('span');
  sign.textContent = area.value.slice(at, at + 1);
  mirror.append(area.value.slice(0, at), sign, area.value.slice(at + 1));
  area.after(mirror);
  const [from, found, field] = [mirror, sign, area].map((element) => element.getBoundingClientRect()) as [
    DOMRect,
    DOMRect,
    DOMRect,
  ];
  mirror.remove();
  return new DOMRect(
    field.left + area.clientLeft + found.left - from.left - area.scrollLeft,
    field.top + area.clientTop + found.top - from.top - area.scrollTop,
    found.width,
    found.height,
  );
}
