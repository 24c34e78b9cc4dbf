import type { Scheme } from './scheme.ts';

/** Frames that turn up in news of any topic. */
export const genericFrames: Scheme = {
  id: 'genericFrames',
  literature: 'Semetko & Valkenburg 2000, Framing European politics; Entman 1993, Framing',
  codes: [
    {
      name: 'Generic frames',
      definition: 'From which side an event is told, whatever it is about. A passage may carry several.',
      codes: [
        {
          name: 'Conflict',
          definition: 'The matter is told as a contest: sides, winners, losers, attack and reply.',
          include: 'Disagreement between persons, parties or states; the language of war, sport or games.',
          exclude: 'Opposing figures or findings without anybody who quarrels over them.',
        },
        {
          name: 'Human interest',
          definition: 'The matter gets a face: how somebody lives through it, and what one is meant to feel.',
          include: 'Portraits, private lives, adjectives that stir pity, anger or warmth.',
          exclude: 'Names of officials who only speak for their office.',
        },
        {
          name: 'Economic consequences',
          definition: 'The matter is told by what it costs or brings, and to whom.',
          include: 'Prices, jobs, losses, growth, also where they are only expected.',
          exclude: 'Figures that measure no cost or gain.',
        },
        {
          name: 'Morality',
          definition: 'The matter is measured by right and wrong, by faith or by how one ought to behave.',
          include: 'Duty, guilt, sin, decency, also put into the mouth of others.',
          exclude: 'Rules of law without a word on whether they are right.',
        },
        {
          name: 'Responsibility',
          definition: 'Somebody is said to have caused the matter, or to be the one who has to solve it.',
          include: 'Blame and credit; calls on governments, firms, groups or single persons to act.',
          exclude: 'Causes that nobody answers for, such as weather.',
          codes: [
            { name: 'Cause', definition: 'Who or what brought it about.' },
            { name: 'Remedy', definition: 'Who should do what about it.' },
          ],
        },
      ],
    },
  ],
};
