/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('#domain/project/records.ts').Code} Code */
/** @typedef {import('#domain/project/records.ts').Coding} Coding */

/**
 * What the database of the only project holds: counted here and not by the app.
 * @param {Page} page
 * @returns {Promise<{codes: number, codings: number, below: Record<string, number>}>} `below`: by name of a code, with what is
 * below it
 */
export function countsOnDisk(page) {
  return page.evaluate(async () => {
    /** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed')));
      });
    const databases = await indexedDB.databases();
    const names = databases.flatMap(({ name }) => (name?.startsWith('postil-project-') ? [name] : []));
    if (names.length !== 1) throw new Error(`${names.length} projects`);
    const database = await answer(indexedDB.open(names[0] ?? ''));
    const tables = database.transaction(['codes', 'codings']);
    /** @type {Code[]} */
    const codes = await answer(tables.objectStore('codes').getAll());
    /** @type {Coding[]} */
    const codings = await answer(tables.objectStore('codings').getAll());
    database.close();
    const byId = new Map(codes.map((code) => [code.id, code]));
    /** @type {Record<string, number>} */
    const below = Object.fromEntries(codes.map(({ name }) => [name, 0]));
    for (const { codeId } of codings) {
      for (let code = byId.get(codeId); code; code = code.parentId ? byId.get(code.parentId) : undefined) {
        below[code.name] = (below[code.name] ?? 0) + 1;
      }
    }
    return { codes: codes.length, codings: codings.length, below };
  });
}

/**
 * The numbers of the rows of the tree that are in view, by name.
 * @param {Page} page
 * @returns {Promise<Record<string, number>>}
 */
export function countsOnScreen(page) {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('.code-tree .code-row')].map((row) => {
        const count = row.querySelector('.count')?.textContent ?? '';
        return [row.getAttribute('aria-label') ?? '', count === '' ? Number.NaN : Number(count.replaceAll(',', ''))];
      }),
    ),
  );
}
