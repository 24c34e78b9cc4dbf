/**
 * Puts text on the clipboard, from a press or a key. By the copy event rather than `navigator.clipboard`, which would need a
 * permission, and the window has none.
 * @returns whether it is there
 */
export function copyText(text: string): boolean {
  let isCopied = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = event.clipboardData !== null;
  };
  window.addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  window.removeEventListener('copy', put, { capture: true });
  return isCopied;
}
