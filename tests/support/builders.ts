import type {
  CodeId,
  CoderId,
  Code,
  Coding,
  CodingId,
  Memo,
  MemoId,
  SelectionId,
  Source,
  SourceId,
} from '#domain/project/records.ts';
import type { Environment } from '#domain/project/environment.ts';

export const AT = '2026-01-02T03:04:05.678Z';

/** A clock that stands still and ids that count up. */
export function testEnvironment(prefix = 'id'): Environment {
  let next = 0;
  return { now: () => AT, newId: () => `${prefix}-${String(++next).padStart(6, '0')}` };
}

/** A clock of which each look is a millisecond later than the one before, and ids that count up: nothing is left to chance. */
export function tickingEnvironment(): Environment {
  let at = Date.parse(AT);
  return { ...testEnvironment(), now: () => new Date(++at).toISOString() };
}

export function aCoding(fields: Partial<Coding> = {}): Coding {
  return {
    id: 'coding' as CodingId,
    sourceId: 'source' as SourceId,
    codeId: 'code' as CodeId,
    coderId: 'coder' as CoderId,
    selectionId: 'selection' as SelectionId,
    startUtf16: 0,
    endUtf16: 4,
    quote: '',
    contextBefore: '',
    contextAfter: '',
    memo: '',
    createdAt: AT,
    modifiedAt: AT,
    ...fields,
  };
}

export function aCode(fields: Partial<Code> = {}): Code {
  return {
    id: 'code' as CodeId,
    parentId: null,
    name: 'Code',
    color: 'teal',
    definition: '',
    include: '',
    exclude: '',
    example: '',
    memo: '',
    shortcut: '',
    isCodable: true,
    position: 0,
    createdAt: AT,
    modifiedAt: AT,
    createdBy: 'coder' as CoderId,
    ...fields,
  };
}

export function aSource(fields: Partial<Source> = {}): Source {
  return {
    id: 'source' as SourceId,
    name: 'Article',
    path: 'article.txt',
    mediaType: 'text/plain',
    encoding: 'utf-8',
    encodingCertainty: 'valid',
    fileSha256: 'file',
    textSha256: 'text',
    sizeInBytes: 4,
    characters: 4,
    words: 1,
    paragraphs: 1,
    warnings: [],
    importedAt: AT,
    importedBy: 'coder' as CoderId,
    ...fields,
  };
}

export function aMemo(fields: Partial<Memo> = {}): Memo {
  return {
    id: 'memo' as MemoId,
    subject: { kind: 'project' },
    type: 'note',
    title: '',
    body: '',
    createdAt: AT,
    modifiedAt: AT,
    createdBy: 'coder' as CoderId,
    ...fields,
  };
}
