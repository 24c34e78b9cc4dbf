import { useEffect } from 'react';
import type { CodeId } from '#domain/project/records.ts';
import { useSession } from '#features/coding/index.ts';

/**
 * Wherever a code is shown (the codebook, the inspector, a menu), pointing at it raises its passages. One listener for the
 * whole window: rows carry `data-code-id` and know nothing of it.
 */
export function usePointedCode(): void {
  const session = useSession();
  useEffect(() => {
    const point = (event: PointerEvent): void => {
      const row = event.target instanceof Element ? event.target.closest('[data-code-id]') : null;
      session.raiseCode((row?.getAttribute('data-code-id') as CodeId | null | undefined) ?? null);
    };
    document.addEventListener('pointerover', point);
    return () => document.removeEventListener('pointerover', point);
  }, [session]);
}
