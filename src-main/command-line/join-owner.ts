import { app, dialog } from 'electron';
import { handOverOrOwn } from './hand-over.ts';
import type { Launch } from './launch.ts';
import { ownStreams } from './own-streams.ts';
import { ownerAddresses } from './owner-address.ts';
import type { OwnerRequest } from './owner-messages.ts';

// The only sentences main says itself: there is no page to say them.
const SENTENCES = {
  busy: (dataFolder: string) =>
    `Another Postil has "${dataFolder}" open and does not answer. Close it, or name another folder with --data-dir.`,
  'broken-off': () => 'The Postil that was carrying out the command was closed before it was done.',
} as const;

/**
 * One process owns a data folder, since two browsers on one database destroy it. When another is there already, it is asked
 * to do what we were started for. Null when we are the owner, else the exit code.
 */
export async function joinOwner(
  { kind, words, cwd, paths, screenshot }: Launch,
  dataFolder: string,
): Promise<number | null> {
  const takeOwnership = (): boolean => app.requestSingleInstanceLock();
  if (takeOwnership()) return null;
  const request: OwnerRequest =
    kind === 'command' ? { kind, words: [...words], cwd } : { kind: 'open', paths: [...paths] };
  const outcome = await handOverOrOwn({
    takeOwnership,
    // A picture must be of our own window; there is nothing to ask of another's.
    addresses: screenshot === null ? ownerAddresses(dataFolder) : [],
    request,
    output: ownStreams,
  });
  if (outcome === 'owner') return null;
  if (typeof outcome === 'number') return outcome;
  const sentence = SENTENCES[outcome](dataFolder);
  await ownStreams.write('stderr', `${sentence}\n`);
  // Whoever clicked an icon reads no stderr.
  if (kind === 'open' && app.isPackaged) dialog.showErrorBox(app.name, sentence);
  return 2;
}
