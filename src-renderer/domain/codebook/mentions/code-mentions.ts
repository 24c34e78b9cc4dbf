import type { Code, CodeId } from '#domain/project/records.ts';
import { PATH_SEPARATOR, type CodeTree } from '../code-tree.ts';
import { beginsAWord, endsAWord } from './word-borders.ts';

/** A place where a text names a code: from the `@` to the end of the name. In UTF-16 units, the end excluded. */
export interface CodeMention {
  readonly start: number;
  readonly end: number;
  readonly code: Code;
  /** How many names of the path are written: 1 is the name alone. */
  readonly level: number;
  /** Written `@[Name]`, because the words after it would be read as part of a longer name. */
  readonly isBracketed: boolean;
}

interface Form {
  readonly text: string;
  readonly code: Code;
  readonly level: number;
}

/** A name that needs more of its path than that to be told from others cannot be written. */
const DEEPEST = 8;
/** As much of the path is understood, needed or not. */
const ALWAYS = 2;
export const MENTION_SIGN = '@';

/**
 * How the codes of a tree are named within texts: `@Name`, or `@Parent > Name` where several have the name, so that a text
 * is readable in every program that knows nothing of it. Upper and lower case count. The longest name that fits is meant.
 */
export class MentionNames {
  readonly #tree: CodeTree;
  /** Null where several codes could be meant. */
  readonly #forms = new Map<string, Form | null>();
  readonly #whole = new Map<string, CodeId>();
  /** How long names are that begin with a UTF-16 unit, the longest first. */
  readonly #lengths = new Map<string, number[]>();
  readonly #shortest = new Map<CodeId, string>();

  constructor(tree: CodeTree) {
    this.#tree = tree;
    let unnamed = tree.codes();
    for (const { code, depth } of tree.rows) if (depth < DEEPEST) this.#whole.set(tree.pathOf(code.id), code.id);
    for (let level = 1; level <= DEEPEST && unnamed.length > 0; level++) {
      for (const code of unnamed) this.#add(code, level);
      if (level >= ALWAYS) unnamed = unnamed.filter((code) => this.#formsOf(code, level).length === 0);
    }
    for (const form of this.#forms.values()) {
      if (form) this.#take(form);
    }
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a);
  }

  /** The shortest name that no other code has; undefined where there is none. */
  shortestOf(id: CodeId): string | undefined {
    return this.#shortest.get(id);
  }

  /** The places of a text that name codes, in their order. */
  mentionsIn(text: string): CodeMention[] {
    const found: CodeMention[] = [];
    let last = 0;
    for (let at = text.indexOf(MENTION_SIGN); at >= 0; at = text.indexOf(MENTION_SIGN, Math.max(last, at + 1))) {
      const mention = at === last || beginsAWord(text, at) ? this.mentionAt(text, at) : null;
      if (!mention) continue;
      found.push(mention);
      last = mention.end;
    }
    return found;
  }

  /** The code named from the `@` at a place on, whatever stands before it. */
  mentionAt(text: string, start: number): CodeMention | null {
    const plain = this.#longest(text, start + 1, (end) => endsAWord(text, end));
    const bracketed =
      text.charAt(start + 1) === '[' ? this.#longest(text, start + 2, (end) => text.charAt(end) === ']') : null;
    if (bracketed && (!plain || bracketed.text.length + 2 > plain.text.length)) {
      return mentionOf(bracketed, start, start + bracketed.text.length + 3, true);
    }
    return plain && mentionOf(plain, start, start + plain.text.length + 1, false);
  }

  /**
   * How a code is named before the words that follow: as short as it can be, unless as it was written before can stay. Null
   * where it cannot be told from others.
   */
  write(id: CodeId, rest: string, like?: Pick<CodeMention, 'level' | 'isBracketed'>): string | null {
    const code = this.#tree.get(id);
    if (!code) return null;
    const forms = this.#formsOf(code, DEEPEST);
    const ways = forms.flatMap(({ text, level }) => [
      { text: `${MENTION_SIGN}${text}`, level, isBracketed: false },
      { text: `${MENTION_SIGN}[${text}]`, level, isBracketed: true },
    ]);
    const wanted = ways.filter(({ level, isBracketed }) => level === like?.level && isBracketed === like.isBracketed);
    const isRead = ({ text }: { readonly text: string }): boolean => {
      const mention = this.mentionAt(text + rest, 0);
      return mention?.code.id === id && mention.end === text.length;
    };
    return [...wanted, ...ways].find(isRead)?.text ?? null;
  }

  #longest(text: string, from: number, isEnd: (end: number) => boolean): Form | null {
    for (const length of this.#lengths.get(text.charAt(from)) ?? []) {
      const form = from + length <= text.length ? this.#forms.get(text.slice(from, from + length)) : null;
      if (form && isEnd(from + length)) return form;
    }
    return null;
  }

  #take({ text, code }: Form): void {
    const first = text.charAt(0);
    const lengths = this.#lengths.get(first);
    if (!lengths) this.#lengths.set(first, [text.length]);
    else if (!lengths.includes(text.length)) lengths.push(text.length);
    const shortest = this.#shortest.get(code.id);
    if (shortest === undefined || text.length < shortest.length) this.#shortest.set(code.id, text);
  }

  #add(code: Code, level: number): void {
    const text = this.#suffix(code, level);
    if (text === null) return;
    const known = this.#forms.get(text);
    const whole = this.#whole.get(text);
    // A whole path cannot be made longer: what is the whole path of one code is not the end of another's.
    if (whole !== undefined && whole !== code.id) return;
    if (whole === code.id || known === undefined) this.#forms.set(text, { text, code, level });
    else if (known?.code.id !== code.id) this.#forms.set(text, null);
  }

  /** What names this code and no other, the shortest first. */
  #formsOf(code: Code, deepest: number): Form[] {
    const forms: Form[] = [];
    for (let level = 1; level <= deepest; level++) {
      const text = this.#suffix(code, level);
      if (text === null) break;
      const form = this.#forms.get(text);
      if (form?.code.id === code.id) forms.push({ ...form, level });
    }
    return forms;
  }

  /** The last names of its path; null where it has fewer. */
  #suffix(code: Code, level: number): string | null {
    let text = code.name;
    let id = code.id;
    for (let names = 1; names < level; names++) {
      const parentId = this.#tree.parentOf(id);
      const parent = parentId === null ? undefined : this.#tree.get(parentId);
      if (!parent) return null;
      text = parent.name + PATH_SEPARATOR + text;
      id = parent.id;
    }
    return text;
  }
}

const known = new WeakMap<CodeTree, MentionNames>();

/** Made when first asked for: of most trees no text names a code. */
export function mentionNamesOf(tree: CodeTree): MentionNames {
  let names = known.get(tree);
  if (!names) known.set(tree, (names = new MentionNames(tree)));
  return names;
}

/** A text in pieces, some of which name codes. Their order and their lengths in the text are kept. */
export interface MentionPiece {
  /** As it is to be read: of a code its name. */
  readonly text: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
  readonly code: Code | null;
}

/** A text as it is to be shown, with codes in the places that name them. */
export function mentionPieces(text: string, tree: CodeTree): MentionPiece[] {
  if (!text.includes(MENTION_SIGN)) return [{ text, start: 0, code: null }];
  const pieces: MentionPiece[] = [];
  let at = 0;
  for (const { start, end, code } of mentionNamesOf(tree).mentionsIn(text)) {
    if (start > at) pieces.push({ text: text.slice(at, start), start: at, code: null });
    pieces.push({ text: code.name, start, code });
    at = end;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), start: at, code: null });
  return pieces;
}

/** A text as words only, for places that can show nothing else. */
export function withoutSigns(text: string, tree: CodeTree): string {
  return mentionPieces(text, tree)
    .map((piece) => piece.text)
    .join('');
}

function mentionOf({ code, level }: Form, start: number, end: number, isBracketed: boolean): CodeMention {
  return { start, end, code, level, isBracketed };
}
