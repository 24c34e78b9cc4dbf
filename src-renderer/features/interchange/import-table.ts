import type { Grant } from '#contract/files.ts';
import { isEmpty } from '#domain/history/change.ts';
import type { TableKind } from '#domain/interchange/recognise-table.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { planTableImport } from './plan-table-import.ts';
import type { TablePlan } from './table-plan.ts';

/** Does what a plan says, as one step. */
export async function commitTablePlan(project: OpenProject, plan: TablePlan): Promise<void> {
  if (isEmpty(plan.change)) return;
  const key = plan.kind === 'codebook' ? 'importCodebook' : 'importCodings';
  const label = { key, params: { count: plan.added + plan.updated } };
  await project.commit(plan.change, { label, policy: 'undoable' });
}

/**
 * Imports a codebook or a table of codings without asking.
 * @throws ProblemError when it cannot be read as one
 */
export async function importTable(project: OpenProject, grant: Grant, kind: TableKind | null): Promise<TablePlan> {
  const plan = await planTableImport(project, grant, kind);
  await commitTablePlan(project, plan);
  return plan;
}
