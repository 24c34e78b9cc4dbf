import type { Page } from '@playwright/test';

export interface WalkStep {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
}

/**
 * Presses a key until the caret stands still, and says where it was after each press: UTF-16 offsets of the whole text, read
 * from the selection that assistive technology sees. The text must be in the page as a whole. Keys are sent from inside the
 * page, since a thousand presses by wire would take a minute.
 */
export function walk(page: Page, step: WalkStep): Promise<number[]> {
  return page.evaluate(
    (init) => {
      const host = document.querySelector<HTMLElement>('.page-text');
      if (!host) throw new Error('no text');
      host.focus();
      const offset = (): number => {
        const { focusNode, focusOffset } = document.getSelection() ?? {};
        let before = 0;
        for (const line of host.querySelectorAll('.page-line')) {
          if (focusNode && line.contains(focusNode)) return before + (focusOffset ?? 0);
          before += (line.textContent ?? '').length + 1;
        }
        throw new Error('the caret is in no line');
      };
      const visited = [offset()];
      for (let presses = 0; presses < 2_000; presses++) {
        host.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
        const at = offset();
        if (at === visited[visited.length - 1]) return visited;
        visited.push(at);
      }
      throw new Error('the caret never came to rest');
    },
    { ...step },
  );
}
