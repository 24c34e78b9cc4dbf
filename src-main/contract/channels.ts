/**
 * The names of everything that crosses between window and machine. The preload knows these names and nothing else, so that
 * neither schemas nor logic get into it; `tests/contract` holds them equal to the schemas of the areas.
 */
export const channels = {
  application: { requests: ['describe', 'openSampleProject', 'ready'], events: ['themeChanged'] },
  settings: { requests: ['load', 'save'], events: [] },
  files: {
    requests: [
      'chooseFolder',
      'chooseFiles',
      'chooseSaveTarget',
      'takeStartupPaths',
      'readTextFile',
      'readBytes',
      'reveal',
    ],
    events: ['pathsOffered'],
  },
  corpusImport: { requests: ['open', 'next', 'close', 'decode'], events: [] },
  exports: { requests: ['begin', 'write', 'writeBytes', 'finish', 'abort'], events: [] },
  backups: { requests: ['begin', 'open', 'read', 'close'], events: [] },
  commandLine: { requests: ['print', 'finish'], events: ['commandArrived'] },
} as const;

/** The one spelling of a channel: `corpusImport:next`. */
export function channelOf(area: string, name: string): string {
  return `${area}:${name}`;
}

/**
 * From the preload to main only: the paths behind dropped files. No request of the contract takes a path, and the page has
 * no way to this channel.
 */
export const DROPPED_PATHS_CHANNEL = 'postil:droppedPaths';
