export const coding = {
  title: 'Coding',
} as const;
