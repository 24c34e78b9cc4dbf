import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleProjectFiles } from '#contract/application.ts';

/** The sample project as it is shipped; what it means is for the window to say. */
export async function readSampleProject(resourcesFolder: string): Promise<SampleProjectFiles> {
  const folder = join(resourcesFolder, 'sample');
  const description: unknown = JSON.parse(await readFile(join(folder, 'sample-project.json'), 'utf8'));
  const names = (await readdir(join(folder, 'texts'))).sort();
  const texts = names.map(async (file) => ({ file, text: await readFile(join(folder, 'texts', file), 'utf8') }));
  return { description, texts: await Promise.all(texts) };
}
