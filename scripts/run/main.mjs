import { explain, say } from '../say.mjs';

/**
 * Runs a program's main function: its answer is the exit code, and an error is a line for a person.
 * @param {() => Promise<number>} main
 * @param {number} [codeWhenThrown]
 */
export async function runMain(main, codeWhenThrown = 1) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(explain(error));
    process.exitCode = codeWhenThrown;
  }
}
