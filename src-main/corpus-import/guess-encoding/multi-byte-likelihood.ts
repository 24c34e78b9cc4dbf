import iconv from 'iconv-lite';

/** From one pair of bytes to another, and the logarithm of the probability of each between. */
type Row = readonly [from: number, to: number, share: number];

export interface MultiByte {
  readonly encoding: string;
  /** How many bytes a character takes that begins with this one. */
  readonly lengthOf: (lead: number, next: number) => number;
  readonly isTrail: (byte: number) => boolean;
  readonly rows: readonly Row[];
  /** The rows are of characters whose second byte is at least this; the others were added later and are rare. */
  readonly firstTrail: number;
  /** The commonest characters of the language. */
  readonly common: string;
}

const BROKEN = -14;
const RARE = -15;
const COMMON = -5.2;
/** A single byte that is a character: half-width katakana, hardly used in running text. */
const HALF_WIDTH = -8;

const JAPANESE =
  '日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨';
const CHINESE_SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实民华新闻教育社国报';
const CHINESE_TRADITIONAL =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實民華新聞教育社會國家台灣報';
const KOREAN =
  '이다는을의에가고하지은로도한를사기리자인어서아나대일시그해정수있라만여제으들부게스전과보것장구조우상주성면원관와선유문오동적신경비공';

function isBetween(byte: number, from: number, to: number): boolean {
  return byte >= from && byte <= to;
}

export const MULTI_BYTE: readonly MultiByte[] = [
  {
    encoding: 'shift_jis',
    lengthOf: (lead) => (isBetween(lead, 0xa1, 0xdf) ? 1 : 2),
    isTrail: (byte) => isBetween(byte, 0x40, 0x7e) || isBetween(byte, 0x80, 0xfc),
    rows: [
      [0x8140, 0x8197, -4.5],
      [0x824f, 0x829a, -8],
      [0x829f, 0x82f1, -4.6],
      [0x8340, 0x8396, -5.2],
      [0x889f, 0x9872, -8.2],
      [0x989f, 0xeaa4, -13],
    ],
    firstTrail: 0x40,
    common: JAPANESE,
  },
  {
    encoding: 'euc-jp',
    lengthOf: (lead) => (lead === 0x8f ? 3 : 2),
    isTrail: (byte) => byte >= 0xa1 && byte <= 0xfe,
    rows: [
      [0xa1a1, 0xa1fe, -4.5],
      [0xa3b0, 0xa3fa, -8],
      [0xa4a1, 0xa4f3, -4.6],
      [0xa5a1, 0xa5f6, -5.2],
      [0xb0a1, 0xcfd3, -8.2],
      [0xd0a1, 0xf4a6, -13],
    ],
    firstTrail: 0xa1,
    common: JAPANESE,
  },
  {
    encoding: 'gb18030',
    lengthOf: (_lead, next) => (isBetween(next, 0x30, 0x39) ? 4 : 2),
    isTrail: (byte) => isBetween(byte, 0x40, 0x7e) || isBetween(byte, 0x80, 0xfe),
    rows: [
      [0xa1a1, 0xa1fe, -5],
      [0xa3a1, 0xa3fe, -5],
      [0xb0a1, 0xd7f9, -8.6],
      [0xd8a1, 0xf7fe, -13],
    ],
    firstTrail: 0xa1,
    common: CHINESE_SIMPLIFIED,
  },
  {
    encoding: 'big5',
    lengthOf: () => 2,
    isTrail: (byte) => isBetween(byte, 0x40, 0x7e) || isBetween(byte, 0xa1, 0xfe),
    rows: [
      [0xa140, 0xa3bf, -5],
      [0xa440, 0xc67e, -8.8],
      [0xc940, 0xf9d5, -13],
    ],
    firstTrail: 0x40,
    common: CHINESE_TRADITIONAL,
  },
  {
    encoding: 'euc-kr',
    lengthOf: () => 2,
    isTrail: (byte) => isBetween(byte, 0x41, 0x5a) || isBetween(byte, 0x61, 0x7a) || isBetween(byte, 0x81, 0xfe),
    rows: [
      [0xa1a1, 0xa1fe, -5.5],
      [0xa3a1, 0xa3fe, -6.5],
      [0xb0a1, 0xc8fe, -7.6],
      [0xcaa1, 0xfdfe, -13],
    ],
    firstTrail: 0xa1,
    common: KOREAN,
  },
];

const commonPairs = new Map<MultiByte, Set<number>>();

function commonPairsOf(multiByte: MultiByte): Set<number> {
  const known = commonPairs.get(multiByte);
  if (known !== undefined) return known;
  const bytes = iconv.encode(multiByte.common, multiByte.encoding);
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < bytes.length; at += 2) pairs.add(bytes.readUInt16BE(at));
  commonPairs.set(multiByte, pairs);
  return pairs;
}

function shareOfPair(pair: number, { rows, firstTrail }: MultiByte, common: Set<number>): number {
  if (common.has(pair)) return COMMON;
  if ((pair & 0xff) < firstTrail) return RARE;
  return rows.find(([from, to]) => pair >= from && pair <= to)?.[2] ?? RARE;
}

/** How likely these bytes are as text of the encoding's language; comparable with `likelihoodOf` of the same bytes. */
export function multiByteLikelihood(bytes: Uint8Array, multiByte: MultiByte): number {
  const common = commonPairsOf(multiByte);
  let sum = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    const length = lead < 0x80 ? 1 : multiByte.lengthOf(lead, next);
    if (lead >= 0x80) {
      if (length === 1) sum += HALF_WIDTH;
      else if (length > 2) sum += RARE;
      else if (lead === 0x80 || lead === 0xff || !multiByte.isTrail(next)) {
        sum += BROKEN;
        at += 1;
        continue;
      } else sum += shareOfPair(lead * 256 + next, multiByte, common);
    }
    at += length;
  }
  return sum;
}
