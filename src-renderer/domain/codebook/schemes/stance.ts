import type { Scheme } from './scheme.ts';

/** How a writer or speaker stands to what is said, and to those who listen. */
export const stance: Scheme = {
  id: 'stance',
  literature:
    'Du Bois 2007, The stance triangle; Martin & White 2005, The language of evaluation; Hyland 2005, Stance and engagement',
  codes: [
    {
      name: 'Stance',
      definition: 'The words by which somebody takes up a position towards a matter or a person.',
      codes: [
        {
          name: 'Evaluation',
          definition: 'Something is called good or bad, great or poor.',
          include: 'Adjectives, images and choices of word that judge.',
          codes: [
            { name: 'Approval', definition: 'The judgement is favourable.' },
            { name: 'Disapproval', definition: 'The judgement is unfavourable.' },
          ],
        },
        {
          name: 'Feeling',
          definition: 'A feeling is shown or named: fear, hope, anger, pride.',
          exclude: 'Judgements without a feeling: use Evaluation.',
        },
        {
          name: 'Certainty',
          definition: 'How sure somebody claims to be.',
          codes: [
            { name: 'Boosted', definition: 'Doubt is shut out: clearly, of course, nobody can deny.' },
            { name: 'Hedged', definition: 'Room is left: perhaps, it seems, as a rule.' },
          ],
        },
        {
          name: 'Distance',
          definition: 'A word or claim is held at arm’s length: so-called, quotation marks, “according to”.',
          exclude: 'Quotations that the text simply passes on.',
        },
        {
          name: 'Alignment',
          definition: 'Readers are drawn in or pushed away: we, you, our country, those people.',
          codes: [
            { name: 'We', definition: 'A group that the speaker belongs to and the reader is to join.' },
            { name: 'They', definition: 'A group that is set apart.' },
          ],
        },
      ],
    },
  ],
};
