import type { Scheme } from './scheme.ts';

/** Who is given a voice, and what they do with it. */
export const speechActs: Scheme = {
  id: 'speechActs',
  literature:
    'Searle 1976, A classification of illocutionary acts; van Leeuwen 1996, The representation of social actors',
  codes: [
    {
      name: 'Speaker',
      definition: 'Who says it, as the text presents them. One code for each voice.',
      codes: [
        { name: 'Government', definition: 'Ministers, officials and those who speak for them.' },
        { name: 'Opposition', definition: 'Parties and politicians who are not in government.' },
        { name: 'Expert', definition: 'Somebody heard for what they know: research, medicine, law.' },
        { name: 'Business', definition: 'Firms and those who speak for them.' },
        { name: 'Civil society', definition: 'Associations, movements, unions, churches.' },
        { name: 'Person concerned', definition: 'Somebody whose own life the matter touches.' },
        { name: 'The writer', definition: 'The text’s own voice, where it is more than a report.' },
      ],
    },
    {
      name: 'Speech act',
      definition: 'What is done by saying it.',
      codes: [
        {
          name: 'Claim',
          definition: 'Says how things are, and can be right or wrong about it.',
          exclude: 'Claims about what will be done by the speaker: use Promise.',
        },
        { name: 'Demand', definition: 'Wants somebody to do or to stop something.' },
        { name: 'Promise', definition: 'Binds the speaker to do something, also as a threat.' },
        { name: 'Blame', definition: 'Holds somebody guilty of something bad.' },
        { name: 'Praise', definition: 'Gives somebody credit for something good.' },
        { name: 'Apology', definition: 'Admits a fault and asks for pardon, or seems to.' },
        { name: 'Declaration', definition: 'Changes something by being said: appoints, opens, forbids.' },
        { name: 'Question', definition: 'Asks, also where the answer is meant to be known.' },
      ],
    },
  ],
};
