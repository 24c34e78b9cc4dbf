import type { Code, CodeId } from '#domain/project/records.ts';
import { proseFields } from './code-fields.ts';
import { buildCodeTree, type CodeTree } from './code-tree.ts';
import { saysTheSame, twoStates, type TwoStates } from './mentions/compare-mentions.ts';

/** The fields a person writes, whose change is a change of meaning or of handling. */
export const writtenFields = [
  ...proseFields,
  'aliases',
  'isCodable',
  'shortcut',
  'color',
] as const satisfies readonly (keyof Code)[];
export type WrittenField = (typeof writtenFields)[number];

/** What is compared besides: the coding whose passage is the typical one, as its id. */
export type ComparedField = WrittenField | 'exampleCodingId';
const comparedFields: readonly ComparedField[] = [...writtenFields, 'exampleCodingId'];

/** What says, with the name, what a code stands for, and so what was coded with it. */
const meaningFields: readonly ComparedField[] = [
  'summary',
  'definition',
  'include',
  'exclude',
  'example',
  'borderline',
  'aliases',
];

/** A field before and after, as text: aliases joined by comma, yes and no as `true` and `false`, nothing as empty. */
export interface FieldDifference {
  readonly field: ComparedField;
  readonly before: string;
  readonly after: string;
}

/** What happened to one code between two states of a codebook. `code` is the later state, of a lost one the earlier. */
export type CodeDifference =
  | { readonly kind: 'added'; readonly code: Code; readonly path: string }
  | { readonly kind: 'removed'; readonly code: Code; readonly path: string }
  | { readonly kind: 'split'; readonly code: Code; readonly path: string; readonly from: Code }
  | { readonly kind: 'merged'; readonly code: Code; readonly path: string; readonly into: Code }
  | { readonly kind: 'renamed'; readonly code: Code; readonly path: string; readonly before: string }
  /** Parents as paths, empty at the top. */
  | {
      readonly kind: 'moved';
      readonly code: Code;
      readonly path: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'redefined';
      readonly code: Code;
      readonly path: string;
      readonly fields: readonly FieldDifference[];
    };

/**
 * What changed between two states of a codebook, code by code in the order of the later one, then what is gone in the order
 * of the earlier one. A code is the same when its id is. Order among siblings is no difference: it says nothing about what a code means.
 */
export function compareCodebooks(before: readonly Code[], after: readonly Code[]): CodeDifference[] {
  const earlier = buildCodeTree(before);
  const later = buildCodeTree(after);
  const states = twoStates(earlier, later);
  const differences: CodeDifference[] = [];
  for (const { code } of later.rows) {
    const was = earlier.get(code.id);
    const path = later.pathOf(code.id);
    if (was) differences.push(...differencesOf(was, code, states));
    else {
      const from = code.splitFrom && (later.get(code.splitFrom) ?? earlier.get(code.splitFrom));
      differences.push(from ? { kind: 'split', code, path, from } : { kind: 'added', code, path });
    }
  }
  for (const { code } of earlier.rows) {
    if (later.has(code.id)) continue;
    const path = earlier.pathOf(code.id);
    const into = states.heirs.get(code.id);
    differences.push(into ? { kind: 'merged', code, path, into } : { kind: 'removed', code, path });
  }
  return differences;
}

function differencesOf(was: Code, code: Code, states: TwoStates): CodeDifference[] {
  const { earlier, later } = states;
  const path = later.pathOf(code.id);
  const found: CodeDifference[] = [];
  if (was.name !== code.name) found.push({ kind: 'renamed', code, path, before: was.name });
  const parents = [earlier.parentOf(code.id), later.parentOf(code.id)] as const;
  if (parents[0] !== parents[1]) {
    const [before, after] = [parentPath(earlier, parents[0]), parentPath(later, parents[1])];
    found.push({ kind: 'moved', code, path, before, after });
  }
  const fields = writtenOtherwise(was, code, states);
  if (fields.length > 0) found.push({ kind: 'redefined', code, path, fields });
  return found;
}

/** That a code named in a text is called otherwise, was merged or is gone, is told of that code. */
function writtenOtherwise(was: Code, code: Code, states: TwoStates): FieldDifference[] {
  return compareFields(was, code).filter(({ before, after }) => !saysTheSame(before, after, states));
}

/** Whether a code means something else since: coded by another name, or described otherwise. */
export function isMeaningChange(difference: CodeDifference): boolean {
  if (difference.kind === 'redefined') return difference.fields.some(({ field }) => meaningFields.includes(field));
  return difference.kind === 'renamed';
}

/** Whether two states of a code mean the same; without the states of the codebook, whether they do so word by word. */
export function meansTheSame(was: Code, code: Code, states?: TwoStates): boolean {
  if (was.name !== code.name) return false;
  const fields = states ? writtenOtherwise(was, code, states) : compareFields(was, code);
  return !fields.some(({ field }) => meaningFields.includes(field));
}

/** The written fields in which two states of a code differ. */
export function compareFields(before: Code, after: Code): FieldDifference[] {
  return comparedFields.flatMap((field) => {
    const [was, is] = [fieldText(before, field), fieldText(after, field)];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** A field as text, absent and empty alike. */
export function fieldText(code: Code, field: ComparedField): string {
  const value = code[field];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

function parentPath(tree: CodeTree, id: CodeId | null): string {
  return id === null ? '' : tree.pathOf(id);
}
