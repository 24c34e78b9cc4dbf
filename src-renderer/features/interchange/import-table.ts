import { ProblemError } from '#bridge/bridge.ts';
import { isEmpty } from '#domain/history/change.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { namesOf } from './codebook-reading.ts';
import { planTableImport, type CodebookOptions, type ReadTable } from './plan-table-import.ts';
import type { TablePlan } from './table-plan.ts';

/** Does what a plan says, as one step. */
export async function commitTablePlan(project: OpenProject, plan: TablePlan): Promise<void> {
  if (isEmpty(plan.change)) return;
  const key = plan.kind === 'codebook' ? 'importCodebook' : 'importCodings';
  const label = { key, params: { name: plan.name, count: plan.added + plan.updated } };
  await project.commit(plan.change, { label, policy: 'undoable' });
}

/**
 * Imports a table without asking.
 * @param isDryRun only says what it would do
 */
export async function importTable(
  project: OpenProject,
  table: ReadTable,
  { isDryRun = false, ...options }: CodebookOptions & { readonly isDryRun?: boolean } = {},
): Promise<TablePlan> {
  const plan = await planTableImport(project, table, options);
  if (plan.reading && !plan.reading.file) {
    const columns = namesOf(plan.reading.header);
    throw new ProblemError('codeColumnUnknown', { columns, first: columns.split(', ')[0] ?? '' });
  }
  if (!isDryRun) await commitTablePlan(project, plan);
  return plan;
}
