import type { CodebookRow } from '../codebook-rows.ts';
import { WHOLE_FILE, type RowProblem, type TableProblem } from '../table-problem.ts';
import { readDescription } from './description-text.ts';
import { readForeignColor } from './foreign-color.ts';
import { isGuid, tidyGuid } from './guid.ts';
import { childrenNamed, type XmlElement } from './xml-element.ts';

/** A set of codes as a file has it; `codeIds` are ids of the file, or paths of codes that have none there. */
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
  /** What stands before the codes, in a file that has it. */
  readonly introduction?: string;
}

/** Those of REFI-QDA 1.0. NVivo for Mac and MAXQDA write others, some programs none. */
const NAMESPACES = ['urn:QDA-XML:codebook:1.0', 'urn:QDA-XML:project:1.0'];
/** What the schema lets stand in each element that we read. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  CodeBook: ['Codes', 'Sets'],
  Codes: ['Code'],
  Code: ['Description', 'Code', 'NoteRef'],
  Sets: ['Set'],
  Set: ['Description', 'MemberCode', 'MemberSource', 'MemberNote'],
};
const NO_NAME = '?';

/**
 * Reads a REFI-QDA codebook, or the codebook inside a REFI-QDA project. Elements are known by their local names, since programs write
 * at least four namespaces. What the schema forbids (ids that are none or given twice, colours of any form, missing names, elements of
 * a program's own) is taken as well as can be, each with a warning.
 *
 * @param newGuid what a code without a GUID of its own gets
 * @returns null when there is no codebook in it
 */
export function readQdc(root: XmlElement, newGuid: () => string): CodebookFile | null {
  const codeBook = root.name === 'CodeBook' ? root : childrenNamed(root, 'CodeBook')[0];
  if (!codeBook) return null;
  const reader = new QdcReader(newGuid);
  if (!NAMESPACES.includes(root.namespace)) {
    reader.warn({ code: 'namespaceForeign', params: { namespace: root.namespace } });
  }
  reader.readCodes(codeBook);
  reader.readSets(codeBook, root);
  reader.warnOfAll();
  const { rows, warnings, sets } = reader;
  return { rows, warnings, sets };
}

class QdcReader {
  readonly rows: CodebookRow[] = [];
  readonly warnings: RowProblem[] = [];
  readonly sets: ForeignCodeSet[] = [];
  readonly #newGuid: () => string;
  /** What a code goes by in the file, also where that is no GUID: sets speak of it so. */
  readonly #ids = new Map<string, string>();
  /** Elements that have no place where they stand, with how many there are. */
  readonly #strangers = new Map<string, number>();
  #notes = 0;
  #silent = 0;
  #outside = 0;

  constructor(newGuid: () => string) {
    this.#newGuid = newGuid;
  }

  warn(problem: TableProblem, row = WHOLE_FILE): void {
    this.warnings.push({ row, problem });
  }

  readCodes(codeBook: XmlElement): void {
    this.#look(codeBook);
    const lists = childrenNamed(codeBook, 'Codes');
    for (const list of lists) this.#look(list);
    const outside = childrenNamed(codeBook, 'Code');
    this.#outside += outside.length;
    const top = [...lists.flatMap((codes) => childrenNamed(codes, 'Code')), ...outside];
    // Depth first without recursion: a chain of thousands of codes must not exhaust the stack.
    const waiting = top.map((element) => ({ element, parentId: '' })).toReversed();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const id = this.#readCode(next.element, next.parentId);
      const below = childrenNamed(next.element, 'Code').map((element) => ({ element, parentId: id }));
      waiting.push(...below.toReversed());
    }
  }

  /** In a project sets stand beside the codebook, among sets of sources. */
  readSets(codeBook: XmlElement, root: XmlElement): void {
    const isProject = codeBook !== root;
    const holders = isProject ? [codeBook, root] : [codeBook];
    for (const list of holders.flatMap((holder) => childrenNamed(holder, 'Sets'))) {
      this.#look(list);
      for (const set of childrenNamed(list, 'Set')) {
        const members = childrenNamed(set, 'MemberCode');
        if (isProject && members.length === 0) continue;
        this.#look(set);
        this.#readSet(set, members);
      }
    }
  }

  /** What concerns the file as a whole, counted rather than said of every code. */
  warnOfAll(): void {
    if (this.#silent > 0) this.warn({ code: 'isCodableMissing', params: { count: this.#silent } });
    if (this.#outside > 0) this.warn({ code: 'codesOutside', params: { count: this.#outside } });
    if (this.#notes > 0) this.warn({ code: 'notesLeftOut', params: { count: this.#notes } });
    for (const [element, count] of this.#strangers) this.warn({ code: 'elementLeftOut', params: { element, count } });
  }

  #readCode(element: XmlElement, parentId: string): string {
    this.#look(element);
    this.#notes += childrenNamed(element, 'NoteRef').length;
    const row = this.rows.length + 1;
    const name = (element.attributes['name'] ?? '').trim();
    const id = this.#takeId(element, name, row);
    const fields = {
      ...readDescription(descriptionOf(element)),
      ...this.#readColor(element.attributes['color'] ?? '', name, row),
      isCodable: this.#readIsCodable(element.attributes['isCodable'], name, row),
    };
    this.rows.push({ row, codeId: id, parentId, path: { ancestors: [], name }, fields });
    return id;
  }

  #takeId({ attributes }: XmlElement, name: string, row: number): string {
    const said = tidyGuid(attributes['guid'] ?? '');
    const isRepeated = said !== '' && this.#ids.has(said);
    const id = isGuid(said) && !isRepeated ? said : this.#newGuid();
    // Without an id of its own the second would take the codes below the first.
    if (isRepeated) this.warn({ code: 'guidRepeated', params: { guid: said, name } }, row);
    else if (!isGuid(said)) this.warn({ code: 'guidInvalid', params: { guid: said, name } }, row);
    if (!isRepeated) this.#ids.set(said, id);
    return id;
  }

  #readColor(color: string, name: string, row: number): { readonly color?: string } {
    if (color.trim() === '') return {};
    const readable = readForeignColor(color);
    if (readable !== null) return { color: readable };
    this.warn({ code: 'colorUnreadable', params: { color, name } }, row);
    return {};
  }

  #readIsCodable(said: string | undefined, name: string, row: number): boolean {
    const value = said?.trim().toLowerCase() ?? '';
    if (value === '') this.#silent++;
    else if (!['true', '1', 'false', '0'].includes(value)) {
      this.warn({ code: 'isCodableUnknown', params: { value, name } }, row);
    }
    return !['false', '0'].includes(value);
  }

  #readSet(set: XmlElement, members: readonly XmlElement[]): void {
    const name = (set.attributes['name'] ?? '').trim();
    if (name === '') this.warn({ code: 'setNameMissing', params: { newName: NO_NAME } });
    this.sets.push({
      id: tidyGuid(set.attributes['guid'] ?? ''),
      name: name || NO_NAME,
      description: descriptionOf(set),
      // In a project the attribute is called targetGUID.
      codeIds: members.map(({ attributes }) => {
        const id = tidyGuid(attributes['guid'] ?? attributes['targetGUID'] ?? '');
        return this.#ids.get(id) ?? id;
      }),
    });
  }

  #look({ name, children }: XmlElement): void {
    for (const child of children) {
      const isKnown = KNOWN[name]?.includes(child.name) || (name === 'CodeBook' && child.name === 'Code');
      if (!isKnown) this.#strangers.set(child.name, (this.#strangers.get(child.name) ?? 0) + 1);
    }
  }
}

function descriptionOf(element: XmlElement): string {
  return childrenNamed(element, 'Description')
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n');
}
