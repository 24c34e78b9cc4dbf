import { hexColor } from '#domain/codebook/ink-hex.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId, CodeSet } from '#domain/project/records.ts';
import { descriptionOf } from './description-text.ts';
import { isGuid } from './guid.ts';
import { xmlAttribute, xmlText } from './xml-element.ts';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';
const SCHEMA = 'http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd';

/**
 * The codebook in REFI-QDA's exchange format 1.0: nested codes, colours, sets. Everything written about a code goes into its one
 * description. Valid against the schema as long as there is at least one code, which the schema demands.
 *
 * @param newGuid for a record whose id is none, as one from another program may be
 */
export function writeQdc(tree: CodeTree, sets: Iterable<CodeSet>, newGuid: () => string): string {
  const guids = new Map<string, string>();
  const guidOf = (id: string): string => {
    const guid = guids.get(id) ?? (isGuid(id) ? id : newGuid());
    guids.set(id, guid);
    return guid;
  };
  const codes = codeLines(tree, guidOf);
  const groups = [...sets].flatMap((set) => setLines(set, tree, guidOf));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${SCHEMA}" origin="Postil">`,
    '  <Codes>',
    ...codes,
    '  </Codes>',
    ...(groups.length > 0 ? ['  <Sets>', ...groups, '  </Sets>'] : []),
    '</CodeBook>',
    '',
  ].join('\n');
}

/** Depth first without recursion: a chain of thousands of codes must not exhaust the stack. */
function codeLines(tree: CodeTree, guidOf: (id: string) => string): string[] {
  const lines: string[] = [];
  const open: number[] = [];
  const closeTo = (depth: number): void => {
    while ((open.at(-1) ?? -1) >= depth) lines.push(`${indent(open.pop() ?? 0)}</Code>`);
  };
  for (const { code, depth } of tree.rows) {
    closeTo(depth);
    const description = descriptionOf(code);
    const isEmpty = description === '' && tree.childrenOf(code.id).length === 0;
    lines.push(`${indent(depth)}<Code ${attributesOf(code, guidOf)}${isEmpty ? '/>' : '>'}`);
    if (isEmpty) continue;
    open.push(depth);
    if (description !== '') lines.push(`${indent(depth + 1)}<Description>${xmlText(description)}</Description>`);
  }
  closeTo(0);
  return lines;
}

function attributesOf(code: Code, guidOf: (id: string) => string): string {
  const { id, name, isCodable, color } = code;
  return `guid="${guidOf(id)}" name="${xmlAttribute(name)}" isCodable="${isCodable}" color="${hexColor(color)}"`;
}

function setLines(set: CodeSet, tree: CodeTree, guidOf: (id: string) => string): string[] {
  const members = set.codeIds.filter((id: CodeId) => tree.has(id));
  return [
    `    <Set guid="${guidOf(set.id)}" name="${xmlAttribute(set.name)}">`,
    ...(set.description === '' ? [] : [`      <Description>${xmlText(set.description)}</Description>`]),
    ...members.map((id) => `      <MemberCode guid="${guidOf(id)}"/>`),
    '    </Set>',
  ];
}

function indent(depth: number): string {
  return '  '.repeat(depth + 2);
}
