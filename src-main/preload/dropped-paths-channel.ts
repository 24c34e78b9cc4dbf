/** Known to the preload and to main only: the page must not be able to name a path, so no request of the contract takes one. */
export const DROPPED_PATHS_CHANNEL = 'postil:droppedPaths';
