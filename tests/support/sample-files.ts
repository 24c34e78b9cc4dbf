import { resolve } from 'node:path';
import type { SampleProjectFiles } from '#contract/application.ts';
import { readSampleProject } from '#main/application/read-sample-project.ts';

/** The sample project as it is shipped. */
export function loadSampleFiles(): Promise<SampleProjectFiles> {
  return readSampleProject(resolve(import.meta.dirname, '../../resources'));
}
