import type { Problem } from '#contract/result.ts';
import { findSentence, formatFileSize, t } from '#i18n/index.ts';
import { encodingName } from './encoding-name.ts';

/** Sentences that are said otherwise when a parameter is empty: the code and the parameter, and the code to use then. */
const whenEmpty: Readonly<Record<string, readonly [param: string, code: string]>> = {
  binaryFile: ['format', 'binaryFileUnknown'],
  unsupportedType: ['ending', 'unsupportedTypeNone'],
  guidInvalid: ['guid', 'guidMissing'],
  namespaceForeign: ['namespace', 'namespaceMissing'],
  codeNameTaken: ['parent', 'codeNameTakenAtTop'],
  projectUnknown: ['known', 'projectUnknownNone'],
};

/** A problem or a warning as a sentence or two, without the name of the file it is about. */
export function problemText({ code, params }: { readonly code: string; readonly params: Problem['params'] }): string {
  const [param, otherwise] = whenEmpty[code] ?? [];
  const key = param !== undefined && otherwise !== undefined && !params[param] ? otherwise : code;
  return findSentence(`problems:${key}`, inWords(params)) ?? t('problems:unknownCode', { code });
}

function inWords(params: Problem['params']): Problem['params'] {
  const words = { ...params };
  for (const name of ['size', 'limit']) {
    const value = words[name];
    if (typeof value === 'number') words[name] = formatFileSize(value);
  }
  if (typeof words['encoding'] === 'string') words['encoding'] = encodingName(words['encoding']);
  return words;
}
