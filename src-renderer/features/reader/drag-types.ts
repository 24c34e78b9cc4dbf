/** What is carried: a code, by its id. */
export const CODE_DRAG_TYPE = 'application/x-postil-code';
/** The passage that is selected; its words come along as plain text, for other programs. */
export const PASSAGE_DRAG_TYPE = 'application/x-postil-passage';
