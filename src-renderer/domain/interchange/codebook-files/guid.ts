const GUID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/** Whether a text is a GUID as REFI-QDA 1.0 wants it, without braces. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** A GUID as we compare and store it: without braces, in lower case. What is none stays as it is. */
export function tidyGuid(text: string): string {
  const bare = text.trim().replace(/^\{(.*)\}$/, '$1');
  return isGuid(bare) ? bare.toLowerCase() : bare;
}
