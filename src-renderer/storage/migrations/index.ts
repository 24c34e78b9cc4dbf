import { migration0001 } from './0001-initial.ts';

/** In order; a database of any earlier version is brought forward one by one. */
export const migrations = [migration0001] as const;
