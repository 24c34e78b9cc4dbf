/**
 * What is amiss in a table, as a code whose words are made where it is shown. `document`, `tag`, `name` and the like are what
 * the cell says.
 */
export type TableProblem =
  // On the table as a whole
  | Problem<'formatTooNew', { format: string }>
  // On a row of codings that cannot be taken
  | Problem<'documentMissing', NoParams>
  | Problem<'documentNotFound', { document: string }>
  | Problem<'documentAmbiguous', { document: string; count: number }>
  | Problem<'textMissing', { document: string }>
  | Problem<'tagMissing', NoParams>
  | Problem<'quoteMissing', NoParams>
  | Problem<'quoteNotFound', { document: string; quote: string }>
  | Problem<'quoteAmbiguous', { document: string; quote: string }>
  // On a row of codings that was taken all the same
  | Problem<'idRepeated', { id: string }>
  | Problem<'timeInvalid', { time: string }>
  | Problem<'memoDiffers', { document: string }>
  | Problem<'weightDiffers', { document: string }>
  | Problem<'codingDoubled', { document: string }>
  // On a row of the codebook that was taken all the same
  | Problem<'quoteUnclosed', NoParams>
  | Problem<'codeIdRepeated', { id: string; name: string }>
  | Problem<'guidInvalid', { guid: string; name: string }>
  | Problem<'guidRepeated', { guid: string; name: string }>
  | Problem<'codeRepeated', { name: string }>
  | Problem<'codeRenamed', { name: string; newName: string }>
  | Problem<'codeNameMissing', { newName: string }>
  | Problem<'parentMissing', { name: string; parentId: string }>
  | Problem<'parentByPath', { name: string; parentId: string; path: string }>
  | Problem<'parentCircular', { name: string }>
  | Problem<'colorUnreadable', { color: string; name: string }>
  | Problem<'weightInvalid', { weight: string }>
  | Problem<'shortcutInvalid', { shortcut: string; name: string }>
  | Problem<'shortcutTaken', { shortcut: string; name: string }>
  | Problem<'isCodableUnknown', { value: string; name: string }>
  | Problem<'positionInvalid', { value: string; name: string }>
  // On a file of REFI-QDA as a whole
  | Problem<'namespaceForeign', { namespace: string }>
  | Problem<'isCodableMissing', { count: number }>
  | Problem<'codesOutside', { count: number }>
  | Problem<'notesLeftOut', { count: number }>
  | Problem<'elementLeftOut', { element: string; count: number }>
  | Problem<'setNameMissing', { newName: string }>
  | Problem<'memberMissing', { name: string; count: number }>;

interface Problem<Code extends string, Params extends Readonly<Record<string, string | number>>> {
  readonly code: Code;
  readonly params: Readonly<Params>;
}
type NoParams = Record<string, never>;

/** In place of a row: what concerns the file as a whole. */
export const WHOLE_FILE = 0;

/** A problem and where it is. */
export interface RowProblem {
  /** As a spreadsheet counts, the header is row 1; or `WHOLE_FILE`. */
  readonly row: number;
  readonly problem: TableProblem;
}
