import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';

/** A sheet of a workbook, every cell as text. */
export interface Sheet {
  name: string;
  rows: string[][];
}

/** What a packed file was found to be. */
export type OpenedArchive =
  | { readonly kind: 'workbook'; readonly sheets: readonly Sheet[] }
  /** A REFI-QDA project: the XML inside it. */
  | { readonly kind: 'project'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** `office`: a document of a word processor, or a table that is no .xlsx. */
  | { readonly kind: 'unknown' | 'office' | 'broken' | 'too-large' };

/** Of everything in it, unpacked. What a codebook comes in is a hundredth of that; more means harm. */
const UNPACKED_LIMIT = 128 * 1024 * 1024;
const ENTRY_LIMIT = 10_000;

/**
 * Opens a zip file that may hold a codebook. Only what is needed is unpacked, and nothing before its size was looked at: the
 * room that is made for an entry is what it says of itself, so that one that lies fails.
 */
export async function openArchive(bytes: Uint8Array): Promise<OpenedArchive> {
  try {
    const names = entriesOf(bytes);
    if (names === null) return { kind: 'too-large' };
    const project = names.find((name) => /^[^/]*\.qde$/i.test(name));
    if (project !== undefined) {
      const found = unzipSync(bytes, { filter: ({ name }) => name === project })[project];
      return found ? { kind: 'project', bytes: found } : { kind: 'broken' };
    }
    if (!names.includes('xl/workbook.xml')) return { kind: names.some(isOffice) ? 'office' : 'unknown' };
    return { kind: 'workbook', sheets: await sheetsOf(bytes) };
  } catch {
    return { kind: 'broken' };
  }
}

/** Word, PowerPoint, and all of OpenDocument. */
function isOffice(name: string): boolean {
  return ['word/document.xml', 'ppt/presentation.xml', 'META-INF/manifest.xml'].includes(name);
}

/** Null when it would be too much to unpack. */
function entriesOf(bytes: Uint8Array): string[] | null {
  const names: string[] = [];
  let unpacked = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name);
      unpacked += originalSize;
      return false;
    },
  });
  return unpacked > UNPACKED_LIMIT || names.length > ENTRY_LIMIT ? null : names;
}

async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  const sheets = await readXlsxFile(bytes.slice().buffer, { trim: false, parseNumber: (text) => text });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'boolean') return String(cell);
  // A cell's line ends are written as CR LF by some programs.
  return typeof cell === 'string' ? cell.replace(/\r\n?/g, '\n') : '';
}
