/** Memos as records of their own. What was stored before stays as it is, so older steps can still be undone. */
export const migration0002 = {
  version: 2,
  recordLayout: 1,
  stores: { memos: 'id' },
} as const;
