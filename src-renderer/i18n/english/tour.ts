export const tour = {
  place: 'Tour, step {{number, number}} of {{total, number}}',
  spoken: '{{place}}: {{title}}. {{text}}',
  spokenWithWay: '{{place}}: {{title}}. {{text}} {{key}} leads on to the buttons of the tour.',
  skip: 'Skip the tour',
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  steps: {
    select: {
      title: 'Select a passage',
      text: 'Drag over a few words that matter, or go there with the arrow keys and hold Shift. Enter takes the sentence.',
    },
    code: {
      title: 'Give it a code',
      text: 'Press Enter and type a few letters of a code, or click one in the list on the left. A digit gives the code it stands behind.',
    },
    see: {
      title: 'See what it became',
      text: 'The passage is tinted and underlined, and the margin names its code. The inspector shows the codes of the passage with their definitions.',
    },
    move: {
      title: 'Go from coding to coding',
      text: 'Each key press leads to the next coded passage, and the inspector follows. Undo takes back every step, also tomorrow.',
    },
    take: {
      title: 'Take it away',
      text: 'All passages and their codes go into a table that spreadsheets and other programs read. It is in the menu behind the project’s name.',
    },
  },
} as const;
