/** A code of a ready-made scheme, described in our own words. */
export interface SchemeCode {
  readonly name: string;
  readonly definition: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly codes?: readonly SchemeCode[];
}

/** A scheme to begin with; what it goes back to is named, so that it can be cited. */
export interface Scheme {
  readonly id: 'genericFrames' | 'stance' | 'speechActs' | 'argumentMoves';
  readonly literature: string;
  readonly codes: readonly SchemeCode[];
}
