import { BackupError } from './backup-error.ts';

/**
 * A backup is gzip over lines of JSON in UTF-8. The first line is the header; then each record is a line
 * `[table, record]`, tables in no particular order; the last line tells how many there were, so that half a file is known
 * for what it is. Texts stand as they are; bytes, which JSON has not, are base64.
 */
const FORMAT = 'postil-backup/';
const VERSION = 1;

export interface BackupHeader {
  readonly format: string;
  /** The project's name. */
  readonly project: string;
  /** Which layout of the database the records are in. */
  readonly layout: number;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  /** How many records follow. */
  readonly records: number;
}

export function headerLine(facts: Omit<BackupHeader, 'format'>): string {
  return line({ format: `${FORMAT}${VERSION}`, ...facts });
}

export function endLine(records: number): string {
  return line({ end: records });
}

/**
 * @param presentLayout the layout this Postil writes
 * @throws BackupError `backupForeign`, `backupTooNew`
 */
export function readHeader(text: string, presentLayout: number): BackupHeader {
  const header = parse(text, 'backupForeign');
  if (!isObject(header) || typeof header['format'] !== 'string' || !header['format'].startsWith(FORMAT)) {
    throw new BackupError('backupForeign');
  }
  const { format, project, layout, madeAt, records } = header;
  const version = Number(format.slice(FORMAT.length));
  if (version > VERSION || (typeof layout === 'number' && layout > presentLayout)) {
    throw new BackupError('backupTooNew');
  }
  const isWhole =
    version === VERSION &&
    typeof project === 'string' &&
    Number.isInteger(layout) &&
    Number(layout) >= 1 &&
    typeof madeAt === 'string' &&
    Number.isInteger(records);
  if (!isWhole) throw new BackupError('backupBroken');
  return { format, project, layout: Number(layout), madeAt, records: Number(records) };
}

export type BackupLine =
  | { readonly kind: 'record'; readonly table: string; readonly record: object }
  | { readonly kind: 'end'; readonly records: number };

/** @throws BackupError `backupBroken` */
export function readLine(text: string): BackupLine {
  const value = parse(text, 'backupBroken');
  if (Array.isArray(value)) {
    const [table, record] = value as unknown[];
    if (value.length === 2 && typeof table === 'string' && isObject(record)) {
      return { kind: 'record', table, record: thaw(record) };
    }
  } else if (isObject(value) && typeof value['end'] === 'number') return { kind: 'end', records: value['end'] };
  throw new BackupError('backupBroken');
}

export function recordLine(table: string, record: object): string {
  return line([table, freeze(record)]);
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function parse(text: string, fault: 'backupForeign' | 'backupBroken'): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BackupError(fault);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Marks a field that holds bytes: as text where they are UTF-8, else in base64. No record has fields of these names. */
const TEXT = '$text';
const BASE64 = '$base64';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Only whole fields are bytes, so that the many records without any are not looked through. */
function freeze(record: object): object {
  const bytes = Object.entries(record).filter(([, value]) => value instanceof Uint8Array);
  if (bytes.length === 0) return record;
  return { ...record, ...Object.fromEntries(bytes.map(([name, value]) => [name, frozen(value as Uint8Array)])) };
}

function frozen(bytes: Uint8Array): object {
  try {
    return { [TEXT]: decoder.decode(bytes) };
  } catch {
    return { [BASE64]: toBase64(bytes) };
  }
}

function thaw(record: Readonly<Record<string, unknown>>): object {
  const bytes = Object.entries(record).flatMap(([name, value]) => {
    if (!isObject(value)) return [];
    if (typeof value[TEXT] === 'string') return [[name, encoder.encode(value[TEXT])] as const];
    return typeof value[BASE64] === 'string' ? [[name, fromBase64(value[BASE64])] as const] : [];
  });
  return bytes.length === 0 ? record : { ...record, ...Object.fromEntries(bytes) };
}

/** As many arguments as every JavaScript engine takes. */
const BYTES_PER_CALL = 8192;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += BYTES_PER_CALL) {
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_PER_CALL));
  }
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw new BackupError('backupBroken');
  }
}
