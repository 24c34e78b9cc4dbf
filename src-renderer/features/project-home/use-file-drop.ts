import { useEffect, useState } from 'react';
import { bridge } from '#bridge/bridge.ts';

/**
 * Takes files dropped anywhere in the window; what they are comes back by `files.onPathsOffered`.
 * @returns whether files are being held over the window
 */
export function useFileDrop(): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // Leaving one element for another inside the window is no leaving: then there is a related target.
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setIsOver(false), { signal });
    window.addEventListener('dragover', (event) => setIsOver(takeFiles(event)), { signal });
    window.addEventListener(
      'drop',
      (event) => {
        setIsOver(false);
        if (takeFiles(event)) bridge().offerDropped([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => controller.abort();
  }, []);
  return isOver;
}

function takeFiles(event: DragEvent): boolean {
  if (!event.dataTransfer?.types.includes('Files')) return false;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
  return true;
}
