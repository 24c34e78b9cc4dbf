import { ProblemError } from '#bridge/bridge.ts';
import { formatList } from '#i18n/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { registry } from './projects-at-hand.ts';

/** The name itself, or with the first number that makes it one of a kind: "Interviews 2". */
export function uniqueName(wanted: string, taken: Iterable<string>): string {
  const keys = new Set([...taken].map(keyOf));
  let name = wanted;
  for (let number = 2; keys.has(keyOf(name)); number++) name = `${wanted} ${number}`;
  return name;
}

/** Equal for names that a person would take for the same. */
export function keyOf(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** @throws ProblemError `projectUnknown`, naming those that are there */
export async function findByNameOrFail(name: string): Promise<RegisteredProject> {
  const project = await registry.findByName(name);
  if (project) return project;
  const known = (await registry.list()).map((other) => `“${other.name}”`);
  throw new ProblemError('projectUnknown', { name, known: formatList(known) });
}

/**
 * The name as it will be stored.
 * @throws ProblemError when it is empty or another project's
 */
export function checkName(name: string, others: Iterable<string>): string {
  const tidy = name.trim();
  if (tidy === '') throw new ProblemError('projectNameEmpty');
  const key = keyOf(tidy);
  for (const other of others) if (keyOf(other) === key) throw new ProblemError('projectNameTaken', { name: tidy });
  return tidy;
}
