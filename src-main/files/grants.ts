import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Grant } from '#contract/files.ts';
import { ProblemError } from '#contract/result.ts';

interface Granted {
  readonly path: string;
  readonly kind: Grant['kind'];
}

/**
 * The paths a person has named, by dialog, drop or command line. The window knows them by handles that cannot be guessed,
 * and can so never reach a path of its own choosing. They last as long as the app runs: an import or an export may be
 * repeated.
 */
export interface Grants {
  readonly grant: (path: string, kind: Grant['kind']) => Grant;
  /** Sees for itself whether the path is a folder; one that is not there is taken for a file, and reading it will tell. */
  readonly grantExisting: (path: string) => Promise<Grant>;
  readonly resolve: (handle: string, ...kinds: readonly Grant['kind'][]) => Granted;
}

export function createGrants(): Grants {
  const granted = new Map<string, Granted>();

  function grant(path: string, kind: Grant['kind']): Grant {
    const handle = randomUUID();
    granted.set(handle, { path, kind });
    return { handle, name: basename(path), kind };
  }

  async function grantExisting(path: string): Promise<Grant> {
    const isFolder = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    return grant(path, isFolder ? 'folder' : 'file');
  }

  function resolve(handle: string, ...kinds: readonly Grant['kind'][]): Granted {
    const found = granted.get(handle);
    if (found === undefined || !kinds.includes(found.kind)) throw new ProblemError('unknownHandle');
    return found;
  }

  return { grant, grantExisting, resolve };
}
