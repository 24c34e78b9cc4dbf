import type { Grant } from '#contract/files.ts';

/** Texts that may be outlines (.txt, .md) are sources unless somebody says otherwise. */
const TABLE = /\.(?:csv|tsv|xlsx|qdc|qde)$/i;

/** Tells codebooks and tables of codings from texts and folders, by their names. */
export function splitOffered(grants: readonly Grant[]): { tables: Grant[]; sources: Grant[] } {
  const isTable = ({ kind, name }: Grant): boolean => kind === 'file' && TABLE.test(name);
  return { tables: grants.filter(isTable), sources: grants.filter((grant) => !isTable(grant)) };
}
