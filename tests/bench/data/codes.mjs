/** Codes of a group in the large codebooks, the one above the others among them. */
export const GROUP_SIZE = 50;
export const DEFINITION = 'What a passage must say to be given this code.';
