import type { CodebookRow } from '../codebook-rows.ts';
import type { RowProblem } from '../table-problem.ts';
import { readDescription } from './description-text.ts';
import { readForeignColor } from './foreign-color.ts';
import { isGuid, tidyGuid } from './guid.ts';
import { childrenNamed, type XmlElement } from './xml-element.ts';

/** A set of codes as a file has it; `codeIds` are ids of the file. */
export interface ForeignCodeSet {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly codeIds: readonly string[];
}

/** A codebook out of a file, in the form that `importCodebookRows` takes. Rows count codes from 1. */
export interface CodebookFile {
  readonly rows: readonly CodebookRow[];
  readonly warnings: readonly RowProblem[];
  readonly sets: readonly ForeignCodeSet[];
}

/**
 * Reads a REFI-QDA codebook, or the codebook inside a REFI-QDA project. Elements are known by their local names, since programs write
 * at least four namespaces; ids that are no GUIDs, colours of any form, missing names and empty elements are taken with a warning.
 *
 * @param newGuid what a code without a GUID gets
 * @returns null when there is no codebook in it
 */
export function readQdc(root: XmlElement, newGuid: () => string): CodebookFile | null {
  const codeBook = root.name === 'CodeBook' ? root : childrenNamed(root, 'CodeBook')[0];
  if (!codeBook) return null;
  const rows: CodebookRow[] = [];
  const warnings: RowProblem[] = [];
  /** What a code goes by in the file, also where that is no GUID: sets speak of it so. */
  const ids = new Map<string, string>();
  interface Waiting {
    readonly element: XmlElement;
    readonly parentId: string;
  }
  const waiting: Waiting[] = childrenNamed(codeBook, 'Codes')
    .flatMap((codes) => childrenNamed(codes, 'Code'))
    .map((element) => ({ element, parentId: '' }))
    .toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element, parentId } = next;
    const row = rows.length + 1;
    const { id, fields } = readCode(element, row, warnings, newGuid);
    const name = (element.attributes['name'] ?? '').trim();
    const saidId = tidyGuid(element.attributes['guid'] ?? '');
    if (!ids.has(saidId)) ids.set(saidId, id);
    rows.push({ row, codeId: id, parentId, path: { ancestors: [], name }, fields });
    const below = childrenNamed(element, 'Code').map((child) => ({ element: child, parentId: id }));
    waiting.push(...below.toReversed());
  }
  return { rows, warnings, sets: readSets(codeBook, ids) };
}

function readCode(
  element: XmlElement,
  row: number,
  warnings: RowProblem[],
  newGuid: () => string,
): { readonly id: string; readonly fields: CodebookRow['fields'] } {
  const { guid = '', name = '', color = '', isCodable = '' } = element.attributes;
  const tidy = tidyGuid(guid);
  if (!isGuid(tidy)) warnings.push({ row, problem: { code: 'guidInvalid', params: { guid: tidy, name } } });
  const readable = color.trim() === '' ? null : readForeignColor(color);
  if (color.trim() !== '' && readable === null) {
    warnings.push({ row, problem: { code: 'colorUnknown', params: { color, name } } });
  }
  const description = childrenNamed(element, 'Description')[0]?.text ?? '';
  return {
    id: isGuid(tidy) ? tidy : newGuid(),
    fields: {
      ...readDescription(description),
      ...(readable !== null && { color: readable }),
      isCodable: !['false', '0'].includes(isCodable.trim().toLowerCase()),
    },
  };
}

function readSets(codeBook: XmlElement, ids: ReadonlyMap<string, string>): ForeignCodeSet[] {
  return childrenNamed(codeBook, 'Sets')
    .flatMap((sets) => childrenNamed(sets, 'Set'))
    .map((set) => ({
      id: tidyGuid(set.attributes['guid'] ?? ''),
      name: (set.attributes['name'] ?? '').trim(),
      description: childrenNamed(set, 'Description')[0]?.text ?? '',
      // In a project the attribute is called targetGUID.
      codeIds: childrenNamed(set, 'MemberCode').map(({ attributes }) => {
        const id = tidyGuid(attributes['guid'] ?? attributes['targetGUID'] ?? '');
        return ids.get(id) ?? id;
      }),
    }))
    .filter(({ name }) => name !== '');
}
