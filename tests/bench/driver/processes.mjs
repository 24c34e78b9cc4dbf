import { readFile, readdir } from 'node:fs/promises';

/** A tick of `/proc/<pid>/stat`; the same on every Linux of today. */
const TICK_MS = 10;

/**
 * @typedef {{pid: number, parent: number, cpuMs: number}} Process
 */

/** @returns {Promise<Process[]>} */
async function allProcesses() {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return stats.flatMap((stat, index) => {
    if (stat === '') return [];
    // The name stands in brackets and may hold anything; after it come state, parent and so on.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [userTicks, systemTicks] = [Number(fields[11]), Number(fields[12])];
    return [{ pid: Number(pids[index]), parent: Number(fields[1]), cpuMs: (userTicks + systemTicks) * TICK_MS }];
  });
}

/**
 * Processor time that a process and all its descendants have had so far.
 * @param {number} root
 * @returns {Promise<{cpuMs: number, processes: number}>}
 */
export async function cpuOfTree(root) {
  const all = await allProcesses();
  const family = new Set([root]);
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  const members = all.filter(({ pid }) => family.has(pid));
  return { cpuMs: members.reduce((sum, { cpuMs }) => sum + cpuMs, 0), processes: members.length };
}
