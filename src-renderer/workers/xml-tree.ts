import { SaxesParser } from 'saxes';

/** An element of an XML file; structurally domain/interchange's `XmlElement`. */
export interface XmlTree {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  children: XmlTree[];
  text: string;
}

/** A file that is no well-formed XML, and where that shows. Lines and columns count from 1. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** Deeper than this no codebook is, and a file that is means harm. */
const MAXIMUM_DEPTH = 2_000;
/** The message of an `XmlError` for a file nested deeper. */
export const TOO_DEEP = 'too deep';

/**
 * Parses XML into elements. Document types are read over and entities but the five of XML are an error: nothing is ever expanded or fetched.
 * @throws XmlError
 */
export function xmlTree(text: string): XmlTree {
  const parser = new SaxesParser();
  const top: XmlTree = { name: '', namespace: '', attributes: {}, children: [], text: '' };
  const open: XmlTree[] = [top];
  parser.on('error', (error) => {
    throw new XmlError(error.message.replace(/^\d+:\d+: /, ''), parser.line, parser.column);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MAXIMUM_DEPTH) throw new XmlError(TOO_DEEP, parser.line, parser.column);
    const declared = name.includes(':') ? `xmlns:${name.slice(0, name.indexOf(':'))}` : 'xmlns';
    const namespace = attributes[declared] ?? '';
    const element: XmlTree = { name: local(name), namespace, attributes: {}, children: [], text: '' };
    for (const [key, value] of Object.entries(attributes)) {
      // A prefix may be called like an attribute.
      if (!/^xmlns(?::|$)/.test(key)) element.attributes[local(key)] = value;
    }
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const take = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  const root = top.children[0];
  if (!root) throw new XmlError('no element', 1, 1);
  return root;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
