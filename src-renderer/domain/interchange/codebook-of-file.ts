import { writtenFields } from '#domain/codebook/compare-codebooks.ts';
import { buildCodeTree, PATH_SEPARATOR } from '#domain/codebook/code-tree.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId, CoderId } from '#domain/project/records.ts';
import type { CodebookFile } from './codebook-files/read-qdc.ts';
import type { CodebookRow } from './codebook-rows.ts';
import { importCodebookRows } from './import-codebook.ts';

/** Somebody else's codebook out of a file, as records beside ours. */
export interface ForeignCodebook {
  readonly codes: readonly Code[];
  /** Fields the file says nothing about, by code: they are blank in the record, and mean nothing. */
  readonly silent: ReadonlyMap<CodeId, ReadonlySet<keyof Code>>;
}

/** Makes records of a file as they would be in an empty project: ids are kept where the file has them. */
export function codebookOfFile(file: CodebookFile, coderId: CoderId, environment: Environment): ForeignCodebook {
  const { change } = importCodebookRows(file, [], coderId, environment);
  const codes = change.codes?.added ?? [];
  const tree = buildCodeTree(codes);
  const byId = new Map<string, CodebookRow>();
  const byPath = new Map<string, CodebookRow>();
  for (const row of file.rows) {
    if (row.codeId !== '') byId.set(row.codeId, row);
    byPath.set([...row.path.ancestors, row.path.name].join(PATH_SEPARATOR), row);
  }
  const silent = new Map(
    codes.map((code) => {
      const told = (byId.get(code.id) ?? byPath.get(tree.pathOf(code.id)))?.fields ?? {};
      return [code.id, new Set<keyof Code>(writtenFields.filter((field) => !(field in told)))] as const;
    }),
  );
  return { codes, silent };
}
