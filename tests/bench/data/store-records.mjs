/** @typedef {import('#domain/project/records.ts').Code} Code */
/** @typedef {import('#domain/project/records.ts').Coding} Coding */
/**
 * @typedef {Pick<Coding, 'startUtf16' | 'endUtf16' | 'quote' | 'contextBefore' | 'contextAfter'>} Anchor
 * @typedef {{path: string, passages: readonly (Anchor & {codeIndex: number})[]}} CodedText
 */

/**
 * Runs in the page: puts codes (the first time) and codings into a project that is not open, with nothing in the journal.
 * The first nine codes have a digit to call them by. In groups, the first of each so many codes stands above the others.
 * @param {{project: string, codes: number, groupSize: number, definition: string, texts: readonly CodedText[]}} wanted
 */
export async function storeRecords({ project, codes, groupSize, definition, texts }) {
  const inks = 'brick orange ochre citron moss leaf pine teal cyan azure cobalt indigo violet orchid rose walnut'.split(
    ' ',
  );
  const at = new Date(0).toISOString();
  const id = () => /** @type {any} */ (crypto.randomUUID());
  /** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed')));
    });

  const registry = await answer(indexedDB.open('postil-registry'));
  const projects = await answer(registry.transaction('projects').objectStore('projects').getAll());
  registry.close();
  const { databaseName } = projects.find(({ name }) => name === project);
  const database = await answer(indexedDB.open(databaseName));
  const transaction = database.transaction(['coders', 'codes', 'codings', 'sources'], 'readwrite');
  const store = (/** @type {string} */ name) => transaction.objectStore(name);
  const [coder] = await answer(store('coders').getAll());

  if ((await answer(store('codes').count())) === 0) {
    let parentId = null;
    for (let position = 0; position < codes; position++) {
      const isGroup = position % groupSize === 0;
      /** @type {Code} */
      const code = {
        id: id(),
        parentId: isGroup ? null : parentId,
        name: `Theme ${position + 1}`,
        color: inks[position % inks.length] ?? 'walnut',
        definition,
        include: '',
        exclude: '',
        example: '',
        memo: '',
        shortcut: position < 9 ? String(position + 1) : '',
        isCodable: true,
        position,
        createdAt: at,
        modifiedAt: at,
        createdBy: coder.id,
      };
      if (isGroup) parentId = code.id;
      store('codes').put(code);
    }
  }

  /** @type {Code[]} */
  const codebook = await answer(store('codes').getAll());
  codebook.sort((a, b) => a.position - b.position);
  /** @type {import('#domain/project/records.ts').Source[]} */
  const sources = await answer(store('sources').getAll());
  for (const { path, passages } of texts) {
    const source = sources.find((one) => one.path === path);
    if (!source) throw new Error(`no source at ${path}`);
    for (const { codeIndex, ...anchor } of passages) {
      /** @type {Coding} */
      const coding = {
        id: id(),
        sourceId: source.id,
        codeId: codebook[codeIndex]?.id ?? id(),
        coderId: coder.id,
        selectionId: id(),
        ...anchor,
        memo: '',
        createdAt: at,
        modifiedAt: at,
      };
      store('codings').put(coding);
    }
  }
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB aborted')));
  });
  database.close();
}
