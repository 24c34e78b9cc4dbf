/**
 * Everything a script tells a person goes to stderr: stdout belongs to the program it starts.
 * @typedef {(line: string) => void} Say
 */

/** @type {Say} */
export const say = (line) => void process.stderr.write(`postil: ${line}\n`);

/**
 * Keeps the lines back until something goes wrong: nobody needs them while all is well.
 * @returns {{say: Say, tellAll: () => void}}
 */
export function keepLines() {
  /** @type {string[]} */
  const lines = [];
  return { say: (line) => void lines.push(line), tellAll: () => lines.forEach((line) => say(line)) };
}

/**
 * For a person: what failed and what it came from, without stack traces.
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\nbecause: ${explain(error.cause)}`;
}
