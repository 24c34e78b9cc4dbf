import { ProblemError } from '#bridge/bridge.ts';
import { isEmpty } from '#domain/history/change.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { planTableImport, type ReadTable } from './plan-table-import.ts';
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
  { isDryRun = false }: { readonly isDryRun?: boolean } = {},
): Promise<TablePlan> {
  const plan = await planTableImport(project, table);
  if (plan.reading && !plan.reading.file) {
    throw new ProblemError('columnsMissing', { columns: 'tag, name, path, code', name: plan.name });
  }
  if (!isDryRun) await commitTablePlan(project, plan);
  return plan;
}
