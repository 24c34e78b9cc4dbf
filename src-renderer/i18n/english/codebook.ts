export const codebook = {
  title: 'Codebook',
} as const;
