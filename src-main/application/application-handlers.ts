import { userInfo } from 'node:os';
import { app } from 'electron';
import type { Handlers } from '#contract/area.ts';
import type { application } from '#contract/application.ts';
import { ProblemError } from '#contract/result.ts';
import { readSampleProject } from './read-sample-project.ts';

interface Needs {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly markReady: () => void;
}

function platform(): 'linux' | 'darwin' | 'win32' {
  const found = process.platform;
  if (found === 'linux' || found === 'darwin' || found === 'win32') return found;
  throw new ProblemError('unsupportedPlatform', { platform: found });
}

/** Throws where the user id has no entry, as in many containers. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** The first of the user's languages; a bare system says `c`, which is none. */
function systemLanguage(): string {
  const isLanguage = (language: string): boolean => /^[a-z]{2,3}\b/i.test(language);
  return app.getPreferredSystemLanguages().find(isLanguage) ?? 'en';
}

export function applicationHandlers({ dataFolder, resourcesFolder, markReady }: Needs): Handlers<typeof application> {
  return {
    describe: () => ({
      version: app.getVersion(),
      platform: platform(),
      dataDirectory: dataFolder,
      userName: loginName(),
      systemLanguage: systemLanguage(),
    }),
    openSampleProject: () => readSampleProject(resourcesFolder),
    ready: () => {
      markReady();
      return undefined;
    },
  };
}
