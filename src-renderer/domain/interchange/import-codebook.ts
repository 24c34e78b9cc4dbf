import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { CodeEdits, differenceTo } from '#domain/codebook/code-edits.ts';
import { blankCode } from '#domain/codebook/add-code.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CoderId, CodeSet } from '#domain/project/records.ts';
import type { ForeignCodeSet } from './codebook-files/read-qdc.ts';
import { readCodebookRows, type CodebookFields, type CodebookRow } from './codebook-rows.ts';
import { importCodeSets } from './import-code-sets.ts';
import { NewCodeDefaults } from './new-code-defaults.ts';
import { placeCodebookRows, type PlacedCode } from './place-codebook-rows.ts';
import type { Table } from './read-table.ts';
import type { RowProblem } from './table-problem.ts';

/**
 * What becomes of codes that are there already: the file's words stand, or only fill what nobody has written yet, or the codes
 * are left as they are.
 */
export const existingPolicies = ['take', 'fill', 'leave'] as const;
export type ExistingPolicy = (typeof existingPolicies)[number];

export interface CodebookToImport {
  readonly rows: readonly CodebookRow[];
  readonly warnings: readonly RowProblem[];
  readonly sets?: readonly ForeignCodeSet[];
}

export interface ImportInto {
  readonly sets?: readonly CodeSet[];
  readonly policy?: ExistingPolicy;
}

export interface CodebookImport {
  readonly change: Change;
  readonly report: {
    readonly added: number;
    readonly updated: number;
    readonly unchanged: number;
    /** Sets of codes that are new or get more members. */
    readonly sets: number;
    readonly warnings: readonly RowProblem[];
  };
}

/**
 * Reads a codebook table (ours, or any with a column `tag`, `name` or `path`) into a project. Codes are found by `code_id`,
 * else by path; `parent_id` wins over the path; missing ancestors are created. What is odd becomes a warning, and the code
 * comes in nevertheless.
 *
 * @param codes all codes of the project
 * @param coderId who the new codes are by
 */
export function importCodebook(
  table: Table,
  codes: readonly Code[],
  coderId: CoderId,
  environment: Environment,
): CodebookImport {
  return importCodebookRows(readCodebookRows(table), codes, coderId, environment);
}

/** Brings rows of a codebook, from a file of whatever format, into a project, with the sets that came with them. */
export function importCodebookRows(
  { rows, warnings: found, sets = [] }: CodebookToImport,
  codes: readonly Code[],
  coderId: CoderId,
  environment: Environment,
  { sets: existingSets = [], policy = 'take' }: ImportInto = {},
): CodebookImport {
  const warnings = [...found];
  const tree = buildCodeTree(codes);
  const { placed, idsByTableId, idsByPath } = placeCodebookRows(rows, tree, environment, warnings);
  settleShortcuts(placed, codes, warnings);
  const now = environment.now();
  const added: Code[] = [];
  const edits = new CodeEdits();
  const defaults = new NewCodeDefaults();
  noteGivenFields(defaults, placed, codes);
  let updated = 0;
  let unchanged = 0;
  for (const { id, parentId, name, existing, fields } of placed) {
    if (existing) {
      const difference = differenceTo(existing, toTake(existing, { ...fields, name, parentId }, policy));
      if (difference) edits.edit(existing, { ...difference, modifiedAt: now });
      if (difference) updated++;
      else unchanged++;
      continue;
    }
    const color = fields.color ?? defaults.colorUnder(parentId);
    const position = fields.position ?? defaults.positionUnder(parentId);
    if (fields.color === undefined || fields.position === undefined) defaults.note({ parentId, color, position });
    const origin = { id, parentId, name, createdBy: coderId, createdAt: now, modifiedAt: now };
    added.push(blankCode({ ...written(fields), color, position, ...origin }));
  }
  const families = { ...(added.length > 0 && { added }), ...edits.toUpdates() };
  const codeSets = importCodeSets(sets, {
    existing: existingSets,
    idsByTableId,
    idsByPath,
    codes: tree,
    coderId,
    environment,
    warnings,
  });
  const change: Change = { ...((added.length > 0 || updated > 0) && { codes: families }), ...codeSets.change };
  warnings.sort((a, b) => a.row - b.row);
  return { change, report: { added: added.length, updated, unchanged, sets: codeSets.count, warnings } };
}

/** Of what a file says about a code that is there, what is to be taken. */
function toTake(code: Code, said: Partial<Code>, policy: ExistingPolicy): Partial<Code> {
  if (policy === 'take') return said;
  if (policy === 'leave') return {};
  const entries = Object.entries(said).filter(([field]) => {
    const here = code[field as keyof Code];
    return here === '' || here === undefined || (Array.isArray(here) && here.length === 0);
  });
  return Object.fromEntries(entries);
}

/** Without the fields that are absent when nobody has written them. */
function written(fields: Partial<CodebookFields>): Partial<CodebookFields> {
  const { summary, borderline, aliases, ...others } = fields;
  return {
    ...others,
    ...(summary && { summary }),
    ...(borderline && { borderline }),
    ...(aliases && aliases.length > 0 && { aliases }),
  };
}

/** Colours and positions that are spoken for, so that codes without get others. */
function noteGivenFields(defaults: NewCodeDefaults, placed: readonly PlacedCode[], codes: readonly Code[]): void {
  const inTable = new Set(placed.map(({ id }) => id));
  for (const code of codes) if (!inTable.has(code.id)) defaults.note(code);
  for (const { parentId, existing, fields } of placed) {
    const color = fields.color ?? existing?.color;
    const position = fields.position ?? existing?.position;
    if (color !== undefined && position !== undefined) defaults.note({ parentId, color, position });
  }
}

/** A shortcut belongs to one code: codes outside the table keep theirs, then the first row has it. */
function settleShortcuts(placed: readonly PlacedCode[], codes: readonly Code[], warnings: RowProblem[]): void {
  const told = new Set(placed.filter(({ fields }) => fields.shortcut !== undefined).map(({ id }) => id));
  const taken = new Set<string>();
  for (const code of codes) if (!told.has(code.id)) taken.add(code.shortcut);
  for (const code of placed) {
    const { row, name, fields } = code;
    const { shortcut } = fields;
    if (!shortcut) continue;
    if (taken.has(shortcut)) {
      code.fields = { ...fields, shortcut: '' };
      warnings.push({ row, problem: { code: 'shortcutTaken', params: { shortcut, name } } });
    }
    taken.add(shortcut);
  }
}
