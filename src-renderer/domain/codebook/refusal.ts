/** Why the codebook cannot be changed as asked: a code whose words are made where it is shown. */
export type CodebookProblem =
  | { readonly code: 'codeNameEmpty'; readonly params: Readonly<Record<string, never>> }
  /** `parent` is the path of the code under which the name is taken, empty at the top. */
  | { readonly code: 'codeNameTaken'; readonly params: { readonly name: string; readonly parent: string } }
  | { readonly code: 'codeInsideItself'; readonly params: { readonly name: string } }
  | { readonly code: 'codeMissing'; readonly params: Readonly<Record<string, never>> }
  /** `parent` as it was asked for. */
  | { readonly code: 'parentUnknown'; readonly params: { readonly parent: string } }
  | { readonly code: 'colorUnknown'; readonly params: { readonly color: string } }
  /** Where codings were to go to the code above. */
  | { readonly code: 'noCodeAbove'; readonly params: { readonly name: string } }
  /** It cannot be given to passages. */
  | { readonly code: 'onlyFolder'; readonly params: { readonly name: string } }
  | { readonly code: 'setNameEmpty'; readonly params: Readonly<Record<string, never>> }
  | { readonly code: 'setNameTaken'; readonly params: { readonly name: string } }
  | { readonly code: 'setMissing'; readonly params: Readonly<Record<string, never>> }
  | { readonly code: 'shortcutInvalid'; readonly params: { readonly shortcut: string } };

/** The answer of a function that may decline: a value, or the reason. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: CodebookProblem };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(problem: CodebookProblem): { readonly ok: false; readonly problem: CodebookProblem } {
  return { ok: false, problem };
}
