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

function pairsOf(text: string, encoding: string): Set<number> {
  const bytes = iconv.encode(text, encoding);
  return new Set(Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readUInt16BE(index * 2)));
}

/** The share of each pair of bytes of an encoding, worked out when it is first met. */
function rememberedShares(multiByte: MultiByte): (pair: number) => number {
  const { rows, firstTrail, isTrail } = multiByte;
  const common = pairsOf(multiByte.common, multiByte.encoding);
  const shares = new Float32Array(0x10000);

  function shareOf(pair: number): number {
    const trail = pair & 0xff;
    if (!isTrail(trail)) return BROKEN;
    if (common.has(pair)) return COMMON;
    if (trail < firstTrail) return RARE;
    return rows.find(([from, to]) => pair >= from && pair <= to)?.[2] ?? RARE;
  }

  return (pair) => {
    // No share is 0: nothing is certain.
    const known = shares[pair] ?? 0;
    return known === 0 ? (shares[pair] = shareOf(pair)) : known;
  };
}

const known = new Map<MultiByte, (pair: number) => number>();

function sharesOf(multiByte: MultiByte): (pair: number) => number {
  const shares = known.get(multiByte) ?? rememberedShares(multiByte);
  known.set(multiByte, shares);
  return shares;
}

/**
 * How likely these bytes are as text of the encoding's language; comparable with `likelihoodOf` of the same bytes. Gives up
 * below `enough`, since nothing that follows makes it likelier.
 */
export function multiByteLikelihood(bytes: Uint8Array, multiByte: MultiByte, enough = -Infinity): number {
  const shareOf = sharesOf(multiByte);
  let sum = 0;
  for (let at = 0; at < bytes.length && sum > enough;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const next = bytes[at + 1] ?? 0;
    const length = multiByte.lengthOf(lead, next);
    const share = length === 1 ? HALF_WIDTH : length > 2 ? RARE : shareOf(lead * 256 + next);
    sum += share;
    // After a broken pair the next byte may begin a good one.
    at += share === BROKEN ? 1 : length;
  }
  return sum;
}
