/** What a pure function may not take from the air: the clock and fresh GUIDs are handed in. */
export interface Environment {
  /** ISO 8601 UTC with milliseconds. */
  readonly now: () => string;
  /** A fresh GUID in lower case. */
  readonly newId: () => string;
}
