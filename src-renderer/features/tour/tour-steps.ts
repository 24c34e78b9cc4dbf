import type { CommandId } from '#features/commands/index.ts';

export interface TourStep {
  readonly id: TourStepId;
  /** What it is about on screen: the first of these that is there. */
  readonly targets: readonly string[];
  /** The keys that help with it. */
  readonly commands: readonly CommandId[];
  /** Done as soon as one of these has been run; empty where something else tells. */
  readonly doneBy: readonly CommandId[];
}

export type TourStepId = 'select' | 'code' | 'see' | 'move' | 'take';

/** The way from a passage to a table, in five steps. Words for each stand in the namespace `tour`. */
export const tourSteps: readonly TourStep[] = [
  {
    id: 'select',
    targets: ['.page-line[data-number="3"]', '.page-text'],
    commands: ['selectSentence', 'growSelection'],
    doneBy: [],
  },
  { id: 'code', targets: ['.code-panel', '.page-text'], commands: ['giveCode'], doneBy: [] },
  { id: 'see', targets: ['.right-side', '.page-text'], commands: ['showPassage'], doneBy: [] },
  {
    id: 'move',
    targets: ['.document-bar', '.page-text'],
    commands: ['nextCoding', 'previousCoding'],
    doneBy: ['nextCoding', 'selectNextCoding'],
  },
  { id: 'take', targets: ['.project-button'], commands: ['exportCodings'], doneBy: ['exportCodings'] },
];
