/** What the rules for sentences have to know about a language. */
export interface LanguageRules {
  /** Frequent small words: by them a text in Latin letters is recognised, and a sentence that begins after an initial. */
  readonly functionWords: ReadonlySet<string>;
  /** Abbreviations, without their full stop and in small letters, that do not end a sentence. */
  readonly abbreviations: ReadonlySet<string>;
  /** Those that do not end it where a number follows: "No. 5", "S. 12". */
  readonly beforeNumbers: ReadonlySet<string>;
  /** Whether "3." before a noun is "third": "am 3. Oktober". */
  readonly hasOrdinalStops: boolean;
}

/** By BCP 47 language. The lists hold what newspapers, transcripts and papers use; they are not dictionaries. */
export const languages: Readonly<Record<string, LanguageRules>> = {
  en: rules(
    'the and of to in is that it was for with he she they we you this these but not are his her then there when what if so',
    'mr mrs ms mx dr prof st rev gen col capt lt sgt maj sen rep gov pres hon mt messrs vs cf ca approx e.g i.e viz al resp',
    'no nos p pp vol vols ch chap fig figs sec eq art para ed ex jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
  de: rules(
    'der die das und nicht ist ein eine mit von zu den dem sich auf für es er sie wir ich auch wenn aber dann daher danach',
    'hr fr frau herr dr prof dipl ing st bzw ca vgl z.b d.h u.a i.d.r o.ä s.o s.u evtl ggf inkl exkl zzgl bspw sog geb gest jh jhd mio mrd tsd bes allg insb engl franz lat verh vs frl',
    'nr s abs art bd kap abb tab jan feb febr mär apr jun jul aug sep sept okt nov dez az tel str',
    true,
  ),
  fr: rules(
    'les des est une dans pour que qui pas sur avec ce cette il elle nous vous ils mais ne du au aux sont puis alors',
    'm mm mme mmes mlle mlles dr pr me st ste mgr cf env av ex p.ex c.-à-d n.b éd',
    'no nº p pp vol chap fig art t janv févr avr juil sept oct nov déc',
  ),
  es: rules(
    'el los las una que es por con para del no se su al lo como más pero este esta ellos ella después entonces',
    'sr sra srs sres srta srtas dr dra d dña prof ing lic gral cnel sto sta ud uds vd vds cf aprox av p.ej ee.uu admón',
    'n nº no núm pág págs p pp vol cap fig art ene feb abr ago sept oct nov dic',
  ),
  it: rules(
    'il gli una che è per con non di del della sono si ma anche questo questa nel alla lui lei noi loro poi quando',
    'sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa ing avv on sen gen s ss cfr ecc.mo ca p.es',
    'n nn nr p pp pag pagg vol cap fig art gen feb apr giu lug ago sett ott nov dic',
  ),
  pt: rules(
    'os uma que não é com para do da em no na se mais mas por ele ela eles isso este esta foi são depois quando',
    'sr sra srs sras dr dra prof profa eng exmo exma d gen cel cf aprox av p.ex',
    'n nº no pág págs p pp vol cap fig art jan fev abr ago set out nov dez',
  ),
  nl: rules(
    'het een van en dat niet is zijn op te met voor maar ook aan er die wij hij zij ik dit deze toen dan',
    'dhr mevr mw mej dr drs prof ir ing mr st bijv bv d.w.z o.a m.a.w t.a.v i.p.v enz.m ca evt incl excl resp zgn jl',
    'nr nrs blz p pp hfst art fig jan feb mrt apr jun jul aug sept okt nov dec',
  ),
  sv: rules(
    'och att det som en är på av för med inte den till har de ett om vi jag han hon men från sedan när',
    'hr fr dr prof st bl.a t.ex d.v.s dvs s.k m.m ca kl jfr resp inkl exkl tel',
    'nr s sid kap fig art jan feb mars apr aug sept okt nov dec',
  ),
  da: rules(
    'og at det som en er på af for med ikke den til har de et om vi jeg han hun men fra fordi når efter',
    'hr fr dr prof st bl.a f.eks dvs d.v.s s.k m.m ca kl jf jfr inkl ekskl tlf',
    'nr s kap fig art jan feb mar apr aug sept okt nov dec',
    true,
  ),
  nb: rules(
    'og at det som en er på av for med ikke den til har de et om vi jeg han hun men fra fordi når etter etterpå',
    'hr fr dr prof st bl.a f.eks dvs d.v.s s.k m.m ca kl jf jfr inkl ekskl tlf',
    'nr s kap fig art jan feb mars apr aug sept okt nov des',
    true,
  ),
  fi: rules(
    'ja on ei se että oli hän ne me mutta kun niin myös tai joka ovat minä sinä tämä sitten koska kuin vain',
    'hra rva nti tri prof ks esim mm ts ns ym n klo vrt nk em ko',
    'nro nr s ss luku kuva',
    true,
  ),
  pl: rules(
    'i nie się na jest że z do to w jak ale po co tak za od czy był przez dla już ja on ona my oni potem',
    'p pan dr prof hab inż mgr ks św gen płk im np tzn tzw tj ok m.in woj al pl ul por zob',
    'nr s str t rozdz art ust rys tab r',
    true,
  ),
  tr: rules(
    've bir bu da de için ile çok ne ama gibi daha var olarak o ben biz onlar değil sonra kadar en',
    'dr prof doç av sn bkz vb vs yy alb gen mah cad sok',
    'no s sf c',
    true,
  ),
  ru: rules(
    'и в не на что он она мы они я это как но а с по из за к у же от для то так потом когда',
    'г гг гр т тт д пр ул см ср напр им проф акад доц св т.е т.к т.н т.д т.п и.о ок тыс млн млрд руб коп',
    'с стр гл рис табл п пп ст №',
  ),
  uk: rules(
    'і в не на що він вона ми вони я це як але та з по із за до у же від для то так потім коли є',
    'м р рр вул див пор напр ім проф акад доц св т.зв т.д ок тис млн млрд грн',
    'с стор гл рис табл п ст №',
  ),
};

const none: LanguageRules = {
  functionWords: new Set(),
  abbreviations: new Set(),
  beforeNumbers: new Set(),
  hasOrdinalStops: false,
};

/** @param language BCP 47; one without rules of its own has none. */
export function rulesOf(language: string): LanguageRules {
  return languages[language] ?? none;
}

function rules(
  functionWords: string,
  abbreviations: string,
  beforeNumbers: string,
  hasOrdinalStops = false,
): LanguageRules {
  const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
  return {
    functionWords: words(functionWords),
    abbreviations: words(abbreviations),
    beforeNumbers: words(beforeNumbers),
    hasOrdinalStops,
  };
}
