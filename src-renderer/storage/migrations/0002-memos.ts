import type { Transaction } from 'dexie';
import { markupOfText } from '#domain/memos/memo-markup.ts';
import { compareText } from '#domain/project/compare-text.ts';

/**
 * Memos as records of their own. What stood in the fields `memo` of the project and its sources becomes such records, in the journal
 * as well, so that older steps can still be undone and done again. Sets of codes and named versions of the codebook begin empty. A coding's comment and a code's field stay fields.
 */
export const migration0002 = {
  version: 2,
  recordLayout: 1,
  stores: { memos: 'id', codeSets: 'id', codebookVersions: 'id' },
  upgrade: moveFieldsIntoRecords,
} as const;

/** Records as version 1 wrote them, as far as this step looks at them. */
interface OldRecord {
  readonly id: string;
  memo?: string;
  readonly createdAt?: string;
  readonly importedAt?: string;
  readonly importedBy?: string;
}
interface AgedRecord {
  readonly id: string;
  readonly createdAt: string;
}
interface OldFamily {
  added?: OldRecord[];
  updated?: [OldRecord, OldRecord][];
  removed?: OldRecord[];
}
interface OldEntry {
  change: (Record<'project' | 'sources', OldFamily | undefined> & { memos?: NewFamily }) | null;
}
type NewFamily = Required<{ [K in keyof OldFamily]: object[] }>;
type Family = 'project' | 'sources';

async function moveFieldsIntoRecords(transaction: Transaction): Promise<void> {
  const coders = (await transaction.table('coders').toArray()) as AgedRecord[];
  const [firstCoder = ''] = coders.sort(byAge).map(({ id }) => id);
  const memos: object[] = [];
  for (const family of ['project', 'sources'] as const) {
    await transaction
      .table(family)
      .toCollection()
      .modify((record: OldRecord) => {
        memos.push(...memoOf(family, record, firstCoder));
        delete record.memo;
      });
  }
  await transaction.table('memos').bulkAdd(memos);
  await transaction
    .table('journal')
    .toCollection()
    .modify((entry: OldEntry) => rewriteEntry(entry, firstCoder));
}

/** Those of one moment by id, so that a project becomes the same whenever it is brought up. */
function byAge(a: AgedRecord, b: AgedRecord): number {
  return compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id);
}

/** @returns false where there is nothing to rewrite, which Dexie takes for "as it was" */
function rewriteEntry({ change }: OldEntry, firstCoder: string): boolean {
  if (!change?.project && !change?.sources) return false;
  const memos: NewFamily = { added: [], updated: [], removed: [] };
  for (const family of ['project', 'sources'] as const) {
    const { added = [], updated = [], removed = [] } = change[family] ?? {};
    memos.added.push(...added.flatMap((record) => memoOf(family, record, firstCoder)));
    memos.removed.push(...removed.flatMap((record) => memoOf(family, record, firstCoder)));
    for (const [from, to] of updated) {
      const [before] = memoOf(family, from, firstCoder);
      const [after] = memoOf(family, to, firstCoder);
      if (before && after) {
        if (from.memo !== to.memo) memos.updated.push([before, after]);
      } else if (after) memos.added.push(after);
      else if (before) memos.removed.push(before);
    }
    for (const record of [...added, ...updated.flat(), ...removed]) delete record.memo;
  }
  if (memos.added.length + memos.updated.length + memos.removed.length > 0) change.memos = memos;
  return true;
}

/** The memo that a record's field becomes, if there is anything in it. It has the record's own id, so that the journal finds it. */
function memoOf(family: Family, record: OldRecord, firstCoder: string): object[] {
  if (!record.memo) return [];
  const at = record.importedAt ?? record.createdAt ?? '';
  return [
    {
      id: record.id,
      subject: family === 'project' ? { kind: 'project' } : { kind: 'source', sourceId: record.id },
      type: 'note',
      title: '',
      body: markupOfText(record.memo),
      createdAt: at,
      modifiedAt: at,
      createdBy: record.importedBy ?? firstCoder,
    },
  ];
}
