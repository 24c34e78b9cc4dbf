import type { Scheme } from './scheme.ts';

/** The parts of an argument, and what is done with those of others. */
export const argumentMoves: Scheme = {
  id: 'argumentMoves',
  literature: 'Toulmin 1958, The uses of argument; Walton, Reed & Macagno 2008, Argumentation schemes',
  codes: [
    {
      name: 'Parts of an argument',
      definition: 'What a passage does within an argument.',
      codes: [
        { name: 'Thesis', definition: 'What somebody wants to be believed or done.' },
        {
          name: 'Ground',
          definition: 'What is put forward in its support.',
          codes: [
            { name: 'Figure', definition: 'A number or a share is the ground.' },
            { name: 'Example', definition: 'A single case stands for many.' },
            { name: 'Authority', definition: 'Somebody’s word is the ground.' },
            { name: 'Experience', definition: 'The speaker was there, or lives with it.' },
          ],
        },
        { name: 'Rule', definition: 'Why the ground should count: the general sentence behind it, where it is said.' },
        { name: 'Reservation', definition: 'Where or when the thesis does not hold.' },
      ],
    },
    {
      name: 'Moves',
      definition: 'What is done with the arguments of others.',
      codes: [
        { name: 'Concession', definition: 'Grants the other side something, most often before a “but”.' },
        { name: 'Rebuttal', definition: 'Takes up an argument of the other side and turns it down.' },
        {
          name: 'Turn to the person',
          definition: 'Answers who said it instead of what was said.',
          exclude: 'Doubts about somebody’s knowledge of the matter itself: use Rebuttal.',
        },
        { name: 'Comparison', definition: 'Reasons from one case to another that is said to be alike.' },
        { name: 'Slope', definition: 'Says that one step will lead to the next until it ends badly.' },
      ],
    },
  ],
};
