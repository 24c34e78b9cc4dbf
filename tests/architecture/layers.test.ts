import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Layer {
  /** Beginning of the paths it holds; the longest that fits counts. */
  readonly at: string;
  /** Beginnings of what it may import besides itself: `#layer` or the name of a package. `*` is every package. */
  readonly may: readonly string[];
}

/** The table of the house: who may import whom. */
const layers: readonly Layer[] = [
  { at: 'src-renderer/domain', may: [] },
  { at: 'src-main/contract', may: ['valibot'] },
  { at: 'src-renderer/storage', may: ['#domain', 'dexie'] },
  { at: 'src-renderer/workers', may: ['#domain', 'papaparse', 'saxes', 'fflate', 'read-excel-file'] },
  { at: 'src-renderer/bridge', may: ['#contract', '#i18n'] },
  {
    at: 'src-renderer/ui',
    may: ['react', 'react-dom', 'react-aria-components', 'lucide-react', '@fontsource-variable'],
  },
  { at: 'src-renderer/i18n', may: ['react', 'i18next', 'react-i18next'] },
  {
    at: 'src-renderer/features',
    may: ['#domain', '#storage', '#workers', '#bridge', '#ui', '#i18n', '#contract', '#features', '*'],
  },
  {
    at: 'src-renderer/app',
    may: ['#domain', '#storage', '#workers', '#bridge', '#ui', '#i18n', '#contract', '#features', '*'],
  },
  { at: 'src-main/preload', may: ['#contract', 'electron'] },
  { at: 'src-main', may: ['#contract', '#domain', '#main', 'node:', '*'] },
];

/** Packages that a layer with `*` may not have all the same. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  'src-renderer/features': ['electron', 'node:', 'dexie'],
  'src-renderer/app': ['electron', 'node:', 'dexie'],
  'src-main': ['react', 'dexie', 'lexical'],
};

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

interface Import {
  readonly file: string;
  readonly from: string;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|import\('([^']+)'\)/g;

const imports: Import[] = ['src-main', 'src-renderer'].flatMap((side) =>
  sourceFiles(join(root, side)).flatMap((path) => {
    const file = relative(root, path).replaceAll('\\', '/');
    return [...readFileSync(path, 'utf8').matchAll(IMPORT)].map((match) => ({
      file,
      from: match[1] ?? match[2] ?? match[3] ?? '',
    }));
  }),
);

function layerOf(file: string): Layer | undefined {
  return layers.filter(({ at }) => file.startsWith(`${at}/`)).sort((a, b) => b.at.length - a.at.length)[0];
}

const aliases: Readonly<Record<string, string>> = {
  '#domain': 'src-renderer/domain',
  '#storage': 'src-renderer/storage',
  '#workers': 'src-renderer/workers',
  '#bridge': 'src-renderer/bridge',
  '#features': 'src-renderer/features',
  '#ui': 'src-renderer/ui',
  '#i18n': 'src-renderer/i18n',
  '#app': 'src-renderer/app',
  '#contract': 'src-main/contract',
  '#main': 'src-main',
};

/** The file an import of ours means, relative to the root; null for a package. */
function targetOf({ file, from }: Import): string | null {
  if (from.startsWith('.')) return relative(root, resolve(root, dirname(file), from)).replaceAll('\\', '/');
  const [alias = ''] = from.split('/');
  const folder = aliases[alias];
  return folder ? folder + from.slice(alias.length) : null;
}

function isAllowed(entry: Import): boolean {
  const layer = layerOf(entry.file);
  if (!layer) return true;
  const target = targetOf(entry);
  if (target !== null) {
    const other = layerOf(target);
    return other === layer || layer.may.some((may) => aliases[may] === other?.at);
  }
  if (forbidden[layer.at]?.some((name) => entry.from.startsWith(name))) return false;
  return layer.may.some((may) => may === '*' || (!may.startsWith('#') && entry.from.startsWith(may)));
}

const say = ({ file, from }: Import): string => `${file} imports ${from}`;

describe('the house', () => {
  it('sees the files and imports it is to judge', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.some(({ from }) => from.startsWith('#domain/'))).toBe(true);
  });

  it('lets a layer import only what its row of the table allows', () => {
    expect(imports.filter((entry) => !isAllowed(entry)).map(say)).toEqual([]);
  });

  it('lets a feature enter another only through its index.ts', () => {
    const feature = (path: string): string | undefined => /^src-renderer\/features\/([^/]+)\//.exec(path)?.[1];
    const intruders = imports.filter((entry) => {
      const target = targetOf(entry) ?? '';
      const other = feature(target);
      return (
        other !== undefined && other !== feature(entry.file) && target !== `src-renderer/features/${other}/index.ts`
      );
    });
    expect(intruders.map(say)).toEqual([]);
  });

  it('climbs out of no folder: `./` for neighbours, `#layer` for the rest', () => {
    expect(imports.filter(({ from }) => from.startsWith('../..')).map(say)).toEqual([]);
  });

  it('keeps the schema library out of the preload', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const entry of imports.filter((found) => found.file === file)) {
        const isTypeOnly = new RegExp(`import type [^;]*'${entry.from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}'`).test(
          readFileSync(join(root, file), 'utf8'),
        );
        if (isTypeOnly) continue;
        expect(entry.from, `${file} draws it into the preload`).not.toBe('valibot');
        const target = targetOf(entry);
        if (target) visit(target);
      }
    };
    visit('src-main/preload/index.ts');
    expect(seen.size).toBeGreaterThan(1);
  });
});
