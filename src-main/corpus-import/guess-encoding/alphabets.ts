/** How the letters of a script behave beside others. */
type Script = 'latin' | 'bicameral' | 'unicameral';

/**
 * What a language writes beyond ASCII: its letters from the most to the least frequent, in lower case. That order is nearly
 * all we know of a language, and it is enough: a wrong encoding turns frequent letters into rare ones, or into none at all.
 */
export interface Alphabet {
  readonly script: Script;
  readonly letters: string;
  /** Empty where the letters do not alternate, or are too few to tell. */
  readonly vowels: string;
  /** Letters that only end words. */
  readonly finals: string;
}

function latin(...alphabets: readonly string[]): Alphabet[] {
  return alphabets.map((letters) => ({ script: 'latin', letters, vowels: '', finals: '' }));
}

/** French, German, Spanish, Portuguese, Italian, Swedish and Finnish, Danish and Norwegian, Icelandic, Catalan, Dutch, Irish. */
export const WESTERN: readonly Alphabet[] = latin(
  'éàèêçôûîâùœïëü',
  'üäößé',
  'óíáéñúü',
  'ãçáéíóêõâàúô',
  'èàòùìé',
  'äöåé',
  'øåæé',
  'áíðéóþöúýæ',
  'àéóèíòçúïü',
  'éëïüèöê',
  'áéíóú',
);

/** Polish, Czech, Slovak, Hungarian, Romanian, Croatian and Slovene, German. */
export const CENTRAL: readonly Alphabet[] = latin(
  'łąęóżśćńź',
  'íáéěčřžýšůúťňďó',
  'áíéčžýšúľťňôóäďŕĺ',
  'áéöóíüőúű',
  'ăîâşţ',
  'čšžćđ',
  'üäößé',
);

export const TURKISH: readonly Alphabet[] = latin('ıüşğçöâî');

/** Lithuanian, Latvian, Estonian. */
export const BALTIC: readonly Alphabet[] = latin('ėšųįžčūąę', 'āīšēūņļžčģķ', 'äõüöšž');

export const GREEK: readonly Alphabet[] = [
  {
    script: 'bicameral',
    letters: 'αοιετσνηυρπκμλςίωόδάέγήθχύφβώξζψϊΐϋ',
    vowels: 'αοιεηυίωόάέήύώϊΐϋ',
    finals: 'ς',
  },
];

/** Russian, Ukrainian, Bulgarian, Serbian and Macedonian, Belarusian. */
export const CYRILLIC: readonly Alphabet[] = [
  'оеаитнсрвлкмдпуяыьгзбчйхжшюцщэфъё',
  'оаниівтерслкдумпязьбгйчхцжїюєщшфґ',
  'аоиетнрсвлкдпмъузгябчжщйцшхюфь',
  'аоиејнрстувмлкдпзгбшчћцђжњљхфџѓќѕ',
  'аніртоеслкдвыямпузьўчбгйхшцжёэюф',
].map((letters) => ({ script: 'bicameral', letters, vowels: 'оеаиуяыюэёіїєъь', finals: '' }));

export const HEBREW: readonly Alphabet[] = [
  { script: 'unicameral', letters: 'יולהאמרבתנשדחעקפגםטכןצסזףץך', vowels: '', finals: 'םןףץך' },
];

/** Arabic and Persian. */
export const ARABIC: readonly Alphabet[] = [
  'اليمونرتبةعدسفهكقحأجشطصخإذىزئءضثغآظؤ',
  'اينردمهوتبسشزکكلخفگعپقحجچصطغضآژذثظ',
].map((letters) => ({ script: 'unicameral', letters, vowels: '', finals: '' }));
