import type { Coder } from './records.ts';
import { compareText } from './compare-text.ts';

/**
 * Coders as lists show them: in the order in which they came, those of one moment (an import) by name. The records themselves
 * come in the order of random ids when a project is opened, and in another while it is open.
 */
export function codersInOrder(coders: Iterable<Coder>): Coder[] {
  return [...coders].sort(
    (a, b) => compareText(a.createdAt, b.createdAt) || compareText(a.name, b.name) || compareText(a.id, b.id),
  );
}
