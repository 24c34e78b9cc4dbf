import type { Grant } from '#contract/files.ts';

const TABLE = /\.(?:csv|tsv)$/i;

/** Tells tables (of codes or codings) from texts and folders, by their names. */
export function splitOffered(grants: readonly Grant[]): { tables: Grant[]; sources: Grant[] } {
  const isTable = ({ kind, name }: Grant): boolean => kind === 'file' && TABLE.test(name);
  return { tables: grants.filter(isTable), sources: grants.filter((grant) => !isTable(grant)) };
}
