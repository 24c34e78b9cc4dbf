import { projectRoot } from './project-root.mjs';
import { run } from './run.mjs';

/**
 * Runs a script of package.json, where each tool's command line is written down once.
 * @param {string} name
 * @param {string[]} [args]
 * @param {import('./run.mjs').RunOptions} [options]
 * @returns {Promise<number>}
 */
export function runNpmScript(name, args = [], options = {}) {
  const line = ['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])];
  const npm = process.env.npm_execpath;
  const isNpm = npm !== undefined && npm.endsWith('npm-cli.js');
  return isNpm
    ? run(process.execPath, [npm, ...line], { ...options, cwd: projectRoot })
    : run('npm', line, { ...options, cwd: projectRoot });
}
