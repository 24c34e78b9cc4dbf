import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Outside the checkout, so that a second clone, or a fresh `npm ci`, finds again what was fetched once. */
export function cacheFolder() {
  const fromEnvironment = process.env.XDG_CACHE_HOME ?? '';
  const base = isAbsolute(fromEnvironment) ? fromEnvironment : join(homedir(), '.cache');
  return join(base, 'postil');
}
