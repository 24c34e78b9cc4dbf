import { compareText } from '#domain/project/compare-text.ts';
import type { CodeSet } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** By name, as lists show them. */
export function setsInOrder({ codeSets }: OpenProject): CodeSet[] {
  const names = new Intl.Collator(undefined, { numeric: true });
  return [...codeSets.values()].sort((a, b) => names.compare(a.name, b.name) || compareText(a.id, b.id));
}
