import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { completeLockfile } from '../../scripts/complete-lockfile.mjs';

it('names the binaries for systems that the registry in use left out', () => {
  const tool = {
    version: '1.2.3',
    dev: true,
    optionalDependencies: { '@tool/binding-linux-arm64-musl': '1.2.3', extra: '1.0.0' },
  };
  const { packages } = completeLockfile({ packages: { '': {}, 'node_modules/tool': tool } });
  expect(packages).toEqual({
    '': {},
    'node_modules/@tool/binding-linux-arm64-musl': {
      version: '1.2.3',
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    },
    'node_modules/tool': tool,
  });
});

it('finds our own lockfile complete (if not: node scripts/complete-lockfile.mjs), or `npm ci` refuses it', () => {
  const ours = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const complete = completeLockfile(ours);
  expect(Object.keys(complete.packages).filter((name) => !(name in ours.packages))).toEqual([]);
});
