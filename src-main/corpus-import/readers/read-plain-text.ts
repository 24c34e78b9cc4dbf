import { type Problem, ProblemError, problem } from '#contract/result.ts';
import { decode } from '#main/corpus-import/decode.ts';
import { recogniseEncoding } from '#main/corpus-import/recognise-encoding.ts';
import type { ReadText } from './reader.ts';

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}

function warningsFor(text: string, { encoding, isGuessed }: { encoding: string; isGuessed: boolean }): Problem[] {
  const undecodable = count(text, '\uFFFD');
  const nuls = count(text, '\0');
  return [
    ...(isGuessed ? [problem('encodingGuessed', { encoding })] : []),
    ...(undecodable > 0 ? [problem('undecodable', { count: undecodable })] : []),
    ...(nuls > 0 ? [problem('nulsReplaced', { count: nuls })] : []),
  ];
}

export function readPlainText(bytes: Buffer): ReadText {
  const recognised = recogniseEncoding(bytes);
  if (recognised.kind === 'binary') throw new ProblemError('binaryFile', { format: recognised.format });
  const { encoding, certainty } = recognised;
  const text = decode(bytes, encoding);
  const isGuessed = certainty === 'guessed';
  return {
    text,
    mediaType: 'text/plain',
    encoding,
    encodingCertainty: certainty,
    // A copy of its own: sending a view would send all of what it looks into.
    originalBytes: isGuessed ? new Uint8Array(bytes) : null,
    warnings: warningsFor(text, { encoding, isGuessed }),
  };
}
