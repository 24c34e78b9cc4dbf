const SEPARATOR = ' | ';

/** Several names in one cell, joined by ` | `; a stroke or a backslash of a name's own has a backslash before it. */
export function joinAliases(aliases: readonly string[]): string {
  return aliases.map((alias) => alias.replace(/[\\|]/g, '\\$&')).join(SEPARATOR);
}

/** The names that `joinAliases` has put together, or that somebody has typed with strokes between them. */
export function splitAliases(cell: string): string[] {
  const aliases: string[] = [];
  let name = '';
  for (let at = 0; at < cell.length; at++) {
    const sign = cell[at] ?? '';
    if (sign === '|') {
      aliases.push(name);
      name = '';
    } else if (sign === '\\' && at + 1 < cell.length) name += cell[++at] ?? '';
    else name += sign;
  }
  return [...aliases, name].map((alias) => alias.trim()).filter((alias) => alias !== '');
}
