/** WHATWG labels whose usual spelling is not their upper case. */
const usual: Readonly<Record<string, string>> = {
  macintosh: 'Mac Roman',
  'x-mac-cyrillic': 'Mac Cyrillic',
  shift_jis: 'Shift JIS',
  big5: 'Big5',
  gb18030: 'GB 18030',
  gbk: 'GBK',
};

/** An encoding as people write it: `windows-1252` is "Windows-1252", `utf-8` "UTF-8". */
export function encodingName(label: string): string {
  const lower = label.toLowerCase();
  return usual[lower] ?? (lower.startsWith('windows-') ? lower.replace('w', 'W') : lower.toUpperCase());
}

type Script =
  | 'unicode'
  | 'western'
  | 'central'
  | 'cyrillic'
  | 'greek'
  | 'turkish'
  | 'hebrew'
  | 'arabic'
  | 'baltic'
  | 'chinese'
  | 'japanese'
  | 'korean';

const scripts: Readonly<Record<string, Script>> = {
  'utf-8': 'unicode',
  'windows-1252': 'western',
  'windows-1250': 'central',
  'windows-1251': 'cyrillic',
  'windows-1253': 'greek',
  'windows-1254': 'turkish',
  'windows-1255': 'hebrew',
  'windows-1256': 'arabic',
  'windows-1257': 'baltic',
  'iso-8859-2': 'central',
  'iso-8859-5': 'cyrillic',
  'iso-8859-15': 'western',
  'koi8-r': 'cyrillic',
  'koi8-u': 'cyrillic',
  macintosh: 'western',
  'x-mac-cyrillic': 'cyrillic',
  ibm866: 'cyrillic',
  'utf-16le': 'unicode',
  'utf-16be': 'unicode',
  gb18030: 'chinese',
  big5: 'chinese',
  shift_jis: 'japanese',
  'euc-jp': 'japanese',
  'euc-kr': 'korean',
};

/** What a text can be read as, the likeliest first. */
export const encodings: readonly string[] = Object.keys(scripts);

/** Which writing an encoding is for, as a key of `corpusImport`'s words. */
export function scriptOf(encoding: string): Script | undefined {
  return scripts[encoding.toLowerCase()];
}
