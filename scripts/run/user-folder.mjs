import { projectRoot } from './project-root.mjs';

/** Where the person stands who typed the command: `npm run` itself changes to the project's folder. */
export function userFolder() {
  const isStartedByNpm = process.env.npm_lifecycle_event !== undefined && process.cwd() === projectRoot;
  return (isStartedByNpm ? process.env.INIT_CWD : undefined) ?? process.cwd();
}
