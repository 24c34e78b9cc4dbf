/**
 * How files of other formats begin, for those that people rename to .txt or choose by mistake. Only beginnings that no text
 * has. The name is shown, so it is the one people know.
 */
const BEGINNINGS: readonly (readonly [format: string, beginning: string, offset?: number])[] = [
  ['PDF', '%PDF-'],
  ['RTF', '{\\rtf'],
  ['ZIP', 'PK\x03\x04'],
  ['ZIP', 'PK\x05\x06'],
  ['Microsoft Office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['PNG', '\x89PNG\r\n\x1a\n'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF87a'],
  ['GIF', 'GIF89a'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['WebP', 'WEBP', 8],
  ['MP4', 'ftyp', 4],
  ['MP3', 'ID3\x02'],
  ['MP3', 'ID3\x03'],
  ['MP3', 'ID3\x04'],
  ['WAV', 'WAVE', 8],
  ['Ogg', 'OggS\0'],
  ['FLAC', 'fLaC\0'],
  ['RAR', 'Rar!\x1a\x07'],
  ['7-Zip', "7z\xbc\xaf'\x1c"],
  ['gzip', '\x1f\x8b\x08'],
  ['SQLite', 'SQLite format 3\0'],
  ['EXE', 'MZ\x90\0'],
  ['ELF', '\x7fELF'],
];

/** Zip archives by what they hold: the name of an entry near the beginning. */
const ZIP_FORMATS: readonly (readonly [format: string, entry: string])[] = [
  ['EPUB', 'application/epub+zip'],
  ['ODT', 'application/vnd.oasis.opendocument.text'],
  ['ODS', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['DOCX', 'word/'],
  ['XLSX', 'xl/'],
  ['PPTX', 'ppt/'],
  ['QDPX', 'project.qde'],
];

function zipFormatOf(bytes: Buffer): string {
  const names = bytes.subarray(0, 8192);
  // The directory at the end names every entry, also those that come late.
  const directory = bytes.subarray(-8192);
  return ZIP_FORMATS.find(([, entry]) => names.includes(entry) || directory.includes(entry))?.[0] ?? 'ZIP';
}

/** The name of the format whose file this is, or null where it may be text. */
export function binaryFormatOf(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 32);
  const format = BEGINNINGS.find(([, beginning, offset = 0]) => head.startsWith(beginning, offset))?.[0];
  return format === 'ZIP' ? zipFormatOf(bytes) : (format ?? null);
}
