import { expect, it } from 'vitest';
import { debianPackages } from '../../../scripts/electron/debian-packages.mjs';

const bookworm = 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\nID=debian\n';
const trixie = 'NAME="Debian GNU/Linux"\nVERSION_ID="13"\nVERSION_CODENAME=trixie\nID=debian\n';
const mintOnJammy = 'ID=linuxmint\nVERSION_CODENAME=victoria\nUBUNTU_CODENAME=jammy\n';

const everything = { libraries: true, display: true };

it('names the libraries as the release does', () => {
  expect(debianPackages(bookworm, everything)).toContain('libgtk-3-0');
  expect(debianPackages(mintOnJammy, everything)).toContain('libasound2');
  expect(debianPackages(trixie, everything)).toEqual([
    'libgtk-3-0t64',
    'libnss3',
    'libasound2t64',
    'libgbm1',
    'xvfb',
    'xauth',
    'fonts-droid-fallback',
  ]);
});

it('installs nothing on a machine that lacks nothing', () => {
  expect(debianPackages(trixie, { libraries: false, display: false })).toEqual([]);
});
