import { createHash, webcrypto } from 'node:crypto';

/** From here on the way to another thread and back is worth it. */
const LARGE = 1024 * 1024;

/** In hex. Large data is hashed on another thread, so that the window's messages are not held up. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  if (bytes.length < LARGE) return createHash('sha256').update(bytes).digest('hex');
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
