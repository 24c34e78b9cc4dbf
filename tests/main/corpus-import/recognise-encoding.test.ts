import { describe, expect, test } from 'vitest';
import { decode } from '#main/corpus-import/decode.ts';
import { recogniseEncoding } from '#main/corpus-import/recognise-encoding.ts';
import { encodingSamples } from './encoding-samples.ts';

function read(bytes: Buffer): string {
  const recognised = recogniseEncoding(bytes);
  return recognised.kind === 'text' ? decode(bytes, recognised.encoding) : `binary ${recognised.format}`;
}

/** A text in UTF-16 or UTF-32, big or little end first. */
function wide(text: string, bytesPerUnit: 2 | 4, isLittleEndian: boolean): Buffer {
  const units = bytesPerUnit === 4 ? Array.from(text, (each) => each.codePointAt(0) ?? 0) : codeUnits(text);
  const bytes = new DataView(new ArrayBuffer(units.length * bytesPerUnit));
  units.forEach((unit, index) => {
    if (bytesPerUnit === 4) bytes.setUint32(index * 4, unit, isLittleEndian);
    else bytes.setUint16(index * 2, unit, isLittleEndian);
  });
  return Buffer.from(bytes.buffer);
}

function codeUnits(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

describe('guesses the encoding of a few words', () => {
  test.each(encodingSamples)('%s: %s', (_encoding, text, hex) => {
    expect(read(Buffer.from(hex, 'hex'))).toBe(text);
  });
});

describe('guesses the encoding of a long text', () => {
  test.each(encodingSamples.filter(([, text]) => text.length > 12))('%s: %s', (_encoding, text, hex) => {
    const line = Buffer.from(`${hex}0d0a`, 'hex');
    expect(read(Buffer.concat(Array.from({ length: 500 }, () => line)))).toBe(`${text}\r\n`.repeat(500));
  });
});

test.each([
  ['utf-8', Buffer.from('\uFEFFПривет')],
  ['utf-16le', wide('\uFEFFПривет', 2, true)],
  ['utf-16be', wide('\uFEFFПривет', 2, false)],
  ['utf-32le', wide('\uFEFFПривет 😀', 4, true)],
  ['utf-32be', wide('\uFEFFПривет 😀', 4, false)],
])('believes a byte order mark: %s', (encoding, bytes) => {
  expect(recogniseEncoding(bytes)).toEqual({ kind: 'text', encoding, certainty: 'marked' });
  expect(read(bytes)).toMatch(/^\uFEFFПривет/);
});

test.each(['Hello', 'Привет', 'Привет, мир\r\nещё', '今天天气\n你好世界', 'مرحبا', 'Hi 😀 there', 'Zażółć gęślą'])(
  'knows UTF-16 without a mark: %s',
  (text) => {
    expect(read(wide(text, 2, true))).toBe(text);
    expect(read(wide(text, 2, false))).toBe(text);
  },
);

test('takes valid UTF-8 for UTF-8, however short', () => {
  expect(recogniseEncoding(Buffer.from('é'))).toEqual({ kind: 'text', encoding: 'utf-8', certainty: 'valid' });
});

test('takes UTF-8 with a few broken bytes for UTF-8 still', () => {
  const cutOff = Buffer.concat([Buffer.from('Été à la plage, déjà vu'), Buffer.of(0xc3)]);
  expect(recogniseEncoding(cutOff)).toEqual({ kind: 'text', encoding: 'utf-8', certainty: 'guessed' });
});

test('takes text with a few NULs, or the ^Z of old systems, for text', () => {
  expect(read(Buffer.from('first\0second lines'))).toBe('first\0second lines');
  expect(read(Buffer.from('первая\0вторая'))).toBe('первая\0вторая');
  expect(read(Buffer.from('the end\x1A'))).toBe('the end\x1A');
});

test.each([
  ['PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
  ['RTF', Buffer.from('{\\rtf1\\ansi Hello}')],
  ['DOCX', Buffer.from('PK\x03\x04\x14\0\0\0[Content_Types].xml word/document.xml', 'latin1')],
  ['ZIP', Buffer.from('PK\x03\x04\x14\0\0\0a.txt', 'latin1')],
  ['Microsoft Office', Buffer.from('d0cf11e0a1b11ae100000000', 'hex')],
  ['PNG', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ['JPEG', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['', Buffer.alloc(100)],
  ['', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 65, 66])],
])('does not read a binary file as text: "%s"', (format, bytes) => {
  expect(recogniseEncoding(bytes)).toEqual({ kind: 'binary', format });
});
