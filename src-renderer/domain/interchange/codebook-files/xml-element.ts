/** An element of an XML file, names without their namespace's prefix. */
export interface XmlElement {
  readonly name: string;
  /** The namespace that the element itself declares for its own name; empty where it declares none. */
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text directly inside, joined. */
  readonly text: string;
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Whether a text can only be markup: what is not, may begin with a `<` all the same. */
export function isMarkup(text: string): boolean {
  return /^\uFEFF?\s*<[!?_:\p{L}]/u.test(text);
}

// What XML 1.0 cannot hold in any form: control characters but tab and line ends, lone surrogates, two non-characters.
const IMPOSSIBLE = /(?![\t\n\r\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand between tags; characters that XML cannot hold become U+FFFD. */
export function xmlText(text: string): string {
  // A bare CR would come back as a line feed.
  return plain(text, /[&<>]/g).replaceAll('\r', '&#13;');
}

/** Text as it may stand in an attribute; line ends and tabs are kept, which a reader would else turn into spaces. */
export function xmlAttribute(text: string): string {
  return plain(text, /[&<>"]/g)
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');
}

/** Characters that XML cannot hold become U+FFFD; for whoever writes the markup otherwise. */
export function withoutImpossible(text: string): string {
  return text.replace(IMPOSSIBLE, '\uFFFD');
}

function plain(text: string, markup: RegExp): string {
  return withoutImpossible(text).replace(markup, (sign) => MARKUP[sign] ?? sign);
}
