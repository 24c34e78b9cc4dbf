import type { Environment } from '#domain/project/environment.ts';

/** The real clock and real randomness. */
export const systemEnvironment: Environment = {
  now: () => new Date().toISOString(),
  newId: () => crypto.randomUUID(),
};
