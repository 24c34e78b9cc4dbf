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

/** What a text can be read as, the likeliest first. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'macintosh',
  'x-mac-cyrillic',
  'ibm866',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const;
