import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Grant } from '#contract/files.ts';
import { parseCommand } from '#main/command-line/parse-command.ts';
import { readInvocation } from '#main/command-line/read-invocation.ts';

const cwd = resolve('/home/ada');

/** The path itself as the handle, so that it can be seen. */
function grant(path: string, kind: Grant['kind']): Grant {
  return { handle: path, name: '', kind };
}

function parse(line: string) {
  const around = { cwd, grant, grantExisting: async (path: string) => grant(path, 'file') };
  return parseCommand(line === '' ? [] : line.split(' '), around);
}

const unsaid = { columns: null, separator: null, existing: null };
const common = { coderName: null, language: null, isJson: false };

describe('reads a command', () => {
  test.each([
    ['projects --json', { name: 'projects', ...common, isJson: true }],
    ['--data-dir x projects', { name: 'projects', ...common }],
    ['help', { name: 'help', ...common, problem: null }],
    ['import --help', { name: 'help', ...common, problem: null }],
    [
      'import a ../b --project P --as codebook --dry-run --coder Ada --lang de',
      {
        name: 'import',
        coderName: 'Ada',
        language: 'de',
        isJson: false,
        project: 'P',
        kind: 'codebook',
        isDryRun: true,
        reading: unsaid,
        paths: [grant(resolve(cwd, 'a'), 'file'), grant(resolve(cwd, '../b'), 'file')],
      },
    ],
    [
      'import a --project P --as codebook --columns name=Kode,definition=Beskrivelse,da,memo=3 --separator= --existing fill',
      {
        name: 'import',
        ...common,
        project: 'P',
        kind: 'codebook',
        isDryRun: false,
        reading: {
          columns: { name: 'Kode', definition: 'Beskrivelse,da', memo: '3' },
          separator: '',
          existing: 'fill',
        },
        paths: [grant(resolve(cwd, 'a'), 'file')],
      },
    ],
    [
      '--no-sandbox export codings --project=P --out out.csv --raw',
      {
        name: 'export',
        ...common,
        project: 'P',
        kind: 'codings',
        target: grant(resolve(cwd, 'out.csv'), 'save-target'),
        isRaw: true,
        format: null,
      },
    ],
    [
      'export codebook --project P --out out.xlsx --as maxqda',
      {
        name: 'export',
        ...common,
        project: 'P',
        kind: 'codebook',
        target: grant(resolve(cwd, 'out.xlsx'), 'save-target'),
        isRaw: false,
        format: 'maxqda',
      },
    ],
    [
      'import study.postil-backup',
      { name: 'restore', ...common, project: null, path: grant(resolve(cwd, 'study.postil-backup'), 'file') },
    ],
    [
      'import study.gz --as backup --project Copy --json',
      { name: 'restore', ...common, isJson: true, project: 'Copy', path: grant(resolve(cwd, 'study.gz'), 'file') },
    ],
  ])('%s', async (line, command) => {
    expect(await parse(line)).toEqual(command);
  });
});

describe('says what is wrong with it', () => {
  test.each([
    ['imprt a', 'unknownCommand', { command: 'imprt' }],
    ['import --project P', 'missingPath', { command: 'import' }],
    ['import a', 'missingOption', { option: '--project', command: 'import' }],
    ['import a --project', 'missingValue', { option: '--project' }],
    ['import a --project --json', 'missingValue', { option: '--project' }],
    [
      'import a --project P --as memos',
      'unknownImportKind',
      { kind: 'memos', known: 'sources, codebook, codings, backup' },
    ],
    ['import a --project P --columns name=Kode', 'onlyForCodebook', { option: '--columns' }],
    ['import a --project P --as codings --existing fill', 'onlyForCodebook', { option: '--existing' }],
    [
      'import a --project P --as codebook --columns Kode',
      'columnsUnreadable',
      { part: 'Kode', known: 'name, definition, color, include, exclude, example, memo' },
    ],
    [
      'import a --project P --as codebook --columns name=Kode,colour=Farve',
      'unknownColumnWord',
      { word: 'colour', known: 'name, definition, color, include, exclude, example, memo' },
    ],
    ['import a --project P --as codebook --columns name=Kode,name=Navn', 'columnWordRepeated', { word: 'name' }],
    [
      'import a --project P --as codebook --existing merge',
      'unknownExisting',
      { word: 'merge', known: 'take, fill, leave' },
    ],
    ['import a --project P --frobnicate', 'unknownOption', { option: '--frobnicate', command: 'import' }],
    ['import a --project P --raw', 'unknownOption', { option: '--raw', command: 'import' }],
    ['export --project P --out x', 'missingExportKind', { known: 'codings, codebook, qdc, memos, journal, backup' }],
    [
      'export pictures --project P --out x',
      'unknownExportKind',
      { kind: 'pictures', known: 'codings, codebook, qdc, memos, journal, backup' },
    ],
    ['export codings --project P --out x --as qdc', 'unknownOption', { option: '--as', command: 'export codings' }],
    ['export codings --out x', 'missingOption', { option: '--project', command: 'export' }],
    ['export codings --project P', 'missingOption', { option: '--out', command: 'export' }],
    ['export codings x.csv --project P --out x', 'surplusWord', { word: 'x.csv', command: 'export' }],
    ['import a.postil-backup b.txt --project P', 'backupAlone', {}],
    ['import a.zip b.zip --as backup', 'backupAlone', {}],
    ['projects P', 'surplusWord', { word: 'P', command: 'projects' }],
  ])('%s', async (line, code, params) => {
    expect(await parse(line)).toEqual({ name: 'help', ...common, problem: { code, params } });
  });
});

describe('tells a command from paths to open', () => {
  const exists = (path: string): boolean => path === 'folder' || path === 'import';
  const nothing = { dataFolder: null, screenshot: null, paths: [] };
  test.each([
    ['', { kind: 'open', ...nothing }],
    ['--some-switch-of-chromium', { kind: 'open', ...nothing }],
    ['folder', { kind: 'open', ...nothing, paths: ['folder'] }],
    ['import', { kind: 'command', ...nothing }],
    ['foldr', { kind: 'command', ...nothing }],
    ['--help', { kind: 'command', ...nothing }],
    ['--version', { kind: 'version', ...nothing }],
    ['--screenshot=a.png --data-dir d', { kind: 'open', ...nothing, dataFolder: 'd', screenshot: 'a.png' }],
  ])('%s', (line, invocation) => {
    expect(readInvocation(line === '' ? [] : line.split(' '), exists)).toEqual(invocation);
  });
});
