import electron, { type BrowserWindow } from 'electron';

interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

function filtersOf(filters: readonly FileFilter[]): Electron.FileFilter[] {
  return filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
}

// The dialogs are reached through the module object, so that a test can put its own answers in their place.

export async function chooseFolder(window: BrowserWindow, title: string): Promise<string | null> {
  const { filePaths } = await electron.dialog.showOpenDialog(window, { title, properties: ['openDirectory'] });
  return filePaths[0] ?? null;
}

export async function chooseFiles(
  window: BrowserWindow,
  { title, filters, isMultiple }: { title: string; filters: readonly FileFilter[]; isMultiple: boolean },
): Promise<string[]> {
  const { filePaths } = await electron.dialog.showOpenDialog(window, {
    title,
    filters: filtersOf(filters),
    properties: isMultiple ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return filePaths;
}

export async function chooseSaveTarget(
  window: BrowserWindow,
  { title, suggestedName, filters }: { title: string; suggestedName: string; filters: readonly FileFilter[] },
): Promise<string | null> {
  const { filePath } = await electron.dialog.showSaveDialog(window, {
    title,
    // Only a name: a path in it would let the page choose the folder.
    defaultPath: suggestedName.replaceAll(/[/\\:*?"<>|\0]/g, ' ').replace(/^[. ]+/, ''),
    filters: filtersOf(filters),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return filePath === '' ? null : filePath;
}
