import { migration0001 } from './0001-initial.ts';
import { migration0002 } from './0002-memos.ts';

/** In order; a database of any earlier version is brought forward one by one. */
export const migrations = [migration0001, migration0002] as const;
