/**
 * @typedef {{libraries: boolean, display: boolean}} Lack what a machine does not have yet
 */

/** Releases from before the 64-bit time transition; every later one, and testing, has the renamed packages. */
const OLD_NAMES = new Set(['buster', 'bullseye', 'bookworm', 'bionic', 'focal', 'jammy', 'kinetic', 'lunar', 'mantic']);

/**
 * The Debian or Ubuntu packages that make up for the lack. A machine that lacks any is a bare one, and gets a small font
 * with the scripts that the app does not ship (Chinese, Japanese, Korean); DejaVu comes with the libraries.
 *
 * @param {string} osRelease the text of /etc/os-release
 * @param {Lack} lack
 * @returns {string[]}
 */
export function debianPackages(osRelease, lack) {
  const suffix = OLD_NAMES.has(codenameOf(osRelease)) ? '' : 't64';
  const libraries = [`libgtk-3-0${suffix}`, 'libnss3', `libasound2${suffix}`, 'libgbm1'];
  const wanted = [...(lack.libraries ? libraries : []), ...(lack.display ? ['xvfb', 'xauth'] : [])];
  return wanted.length > 0 ? [...wanted, 'fonts-droid-fallback'] : [];
}

/**
 * A derivative such as Mint has a codename of its own beside the one it is built on.
 * @param {string} osRelease
 */
function codenameOf(osRelease) {
  const fields = new Map(
    [...osRelease.matchAll(/^(\w+)="?([^"\n]*)"?$/gmu)].map(([, name, value]) => [name, value ?? '']),
  );
  return fields.get('UBUNTU_CODENAME') ?? fields.get('DEBIAN_CODENAME') ?? fields.get('VERSION_CODENAME') ?? '';
}
