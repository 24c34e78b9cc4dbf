import type { Code, CodeId } from '#domain/project/records.ts';

/** The form in which a name is stored: no white space around it. */
export function tidyName(name: string): string {
  return name.trim();
}

/**
 * Two names are the same to a person when their keys are equal: white space around them, case, and composed or decomposed
 * accents make no difference. Not for showing.
 */
export function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** The one among `codes` that a person would take for `name`. */
export function findNamesake(codes: Iterable<Code>, name: string, except: CodeId | null = null): Code | undefined {
  const key = nameKey(name);
  for (const code of codes) if (code.id !== except && nameKey(code.name) === key) return code;
  return undefined;
}
