import type { Rectangle } from 'electron';

/** How much of a window must lie on a screen for a person to get hold of it. */
const GRIP = 100;

/** Whether a remembered place can still be seen; screens come and go. */
export function isReachable(place: Rectangle, workAreas: readonly Rectangle[]): boolean {
  return workAreas.some((area) => {
    const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
    return width >= GRIP && place.y >= area.y - GRIP / 2 && place.y <= area.y + area.height - GRIP;
  });
}
