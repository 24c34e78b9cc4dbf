import type { CodebookState } from '#domain/codebook/codebook-versions.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** The codebook as it is: codes, sets, and what stands before them. */
export function codebookNow({ codes, codeSets, project }: OpenProject): CodebookState {
  const introduction = project.codebookIntroduction;
  return {
    codes: [...codes.values()],
    sets: [...codeSets.values()],
    ...(introduction !== undefined && { introduction }),
  };
}
