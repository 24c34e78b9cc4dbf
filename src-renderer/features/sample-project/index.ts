export { openSampleProject } from './open-sample-project.ts';
