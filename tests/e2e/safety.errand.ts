import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app/errand.ts';
import { internetSockets, processTree } from '#tests/support/app/processes.ts';
import { chooseFromProjectMenu, codeRow, dragOver, exportByMenu, openSample } from '#tests/support/app/workbench.ts';

const OWN_SCHEMES = ['app:', 'data:', 'blob:', 'devtools:'];

test('nothing leaves the machine: not one request, not one socket', async ({ errand }) => {
  const log = join(errand.folder, 'net-log.json');
  const app = await errand.open({ chromium: [`--log-net-log=${log}`] });
  const { electron, page } = app;
  await electron.evaluate(({ app: electronApp, session }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    // A listener that only looks on: the one that cancels stays as it is.
    session.defaultSession.webRequest.onCompleted(({ url }) => asked.push(url));
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => asked.push(url));
    void electronApp.getVersion();
  });
  const violations: string[] = [];
  await page.exposeFunction('tellViolation', (what: string) => violations.push(what));
  await page.evaluate(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { tellViolation: (what: string) => void }).tellViolation(
        `${violatedDirective} ${blockedURI}`,
      );
    }),
  );

  await test.step('through a whole errand', async () => {
    await openSample(app);
    const words = ((await page.locator('.page-line[data-number="2"]').textContent()) ?? '').slice(0, 20).trim();
    await dragOver(page, 2, words);
    await codeRow(page, 'Money saved').click();
    await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
    await exportByMenu(app, 'codings', join(errand.folder, 'codings.csv'));
    await chooseFromProjectMenu(page, 'Settings');
    await page.getByRole('button', { name: 'Done' }).click();
  });

  expect(violations).toEqual([]);
  const asked = await electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  expect(asked.filter((url) => !OWN_SCHEMES.includes(new URL(url).protocol))).toEqual([]);
  if (existsSync('/proc/self/net/tcp')) {
    const pids = processTree(electron.process().pid ?? 0);
    // Playwright itself steers the app over sockets on this very machine.
    const isOutside = (socket: string): boolean => !/^\S+ \d+: (0100007F|0{24}01000000|0{32}|00000000):/.test(socket);
    expect(pids.flatMap(internetSockets).filter(isOutside)).toEqual([]);
  }
  await electron.close();
  const urls = [...(await readFile(log, 'utf8')).matchAll(/"url":"([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(urls.filter((url) => !OWN_SCHEMES.includes(new URL(url).protocol))).toEqual([]);
});

test('the page is shut in: no machine behind it, no way out of it', async ({ errand }) => {
  const { electron, page } = await errand.open();
  const address = page.url();

  await test.step('it has no machine', async () => {
    const found = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    );
    expect(found).toEqual([]);
    const preferences = await electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Electron.WebPreferences;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    });
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  });

  await test.step('a policy without exceptions stands over it', async () => {
    const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    const result = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.wasRun = true';
      document.body.append(script);
      await new Promise((resolve) => setTimeout(resolve));
      return 'wasRun' in window;
    });
    expect(result).toBe(false);
  });

  await test.step('it opens no window, goes nowhere, fetches nothing', async () => {
    expect(await page.evaluate(() => window.open('https://example.org'))).toBeNull();
    expect(await page.evaluate(() => window.open('app://postil/index.html'))).toBeNull();
    await page.evaluate(() => {
      location.href = 'https://example.org';
    });
    await page.evaluate(() => {
      location.href = 'file:///etc/hostname';
    });
    const fetched = await page.evaluate(() =>
      Promise.all(
        ['https://example.org', 'http://127.0.0.1:1', 'file:///etc/hostname', 'app://other/index.html'].map((url) =>
          fetch(url).then(
            ({ status }) => status,
            () => 'refused',
          ),
        ),
      ),
    );
    expect(fetched).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(page.url()).toBe(address);
    expect(electron.windows()).toHaveLength(1);
  });

  await test.step('it is granted nothing', async () => {
    const granted = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
      ] as PermissionName[];
      const states = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
      return states.filter(({ state }) => state === 'granted').map(({ name }) => name);
    });
    expect(granted).toEqual([]);
    const media = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'refused',
      ),
    );
    expect(media).toBe('refused');
  });
});

test('whatever the page asks of the machine is checked, and it can name no path', async ({ errand }) => {
  const { page } = await errand.open();
  const answers = await page.evaluate(async (folder) => {
    type Ask = (input?: unknown) => Promise<{ ok: boolean; problem?: { code: string } }>;
    const bridge = (window as unknown as { bridge: Record<string, Record<string, Ask>> }).bridge;
    const said = async (area: string, name: string, input?: unknown): Promise<string> => {
      const answer = await bridge[area]?.[name]?.(input);
      return answer?.ok === false ? (answer.problem?.code ?? '?') : 'done';
    };
    return {
      wrongType: await said('exports', 'begin', { handle: 7 }),
      nothing: await said('exports', 'begin'),
      path: await said('exports', 'begin', { handle: `${folder}/x.csv` }),
      pathToRead: await said('files', 'readTextFile', { handle: '/etc/hostname' }),
      pathToImport: await said('corpusImport', 'open', { handles: ['/etc'] }),
      madeUpImport: await said('corpusImport', 'next', { importId: 'x' }),
      pathToBackup: await said('backups', 'open', { handle: '/etc/hostname' }),
      pathOfBackup: await said('backups', 'begin', { projectId: '../x', projectName: 'x', layout: 1 }),
      nameOfBackup: await said('backups', 'begin', { projectId: 'x', projectName: '../../../x', layout: 1 }),
      wrongSetting: await said('settings', 'save', { theme: '<script>' }),
      proto: await said('settings', 'save', JSON.parse('{"__proto__": {"theme": "dark"}, "coderName": 7}')),
      areas: Object.keys(bridge).toSorted().join(' '),
      ipc: String('ipcRenderer' in window || 'electron' in window),
    };
  }, errand.folder);
  expect(answers).toEqual({
    wrongType: 'badRequest',
    nothing: 'badRequest',
    path: 'unknownHandle',
    pathToRead: 'unknownHandle',
    pathToImport: 'unknownHandle',
    madeUpImport: expect.stringMatching(/^(unknownImport|unknownHandle)/),
    pathToBackup: 'unknownHandle',
    pathOfBackup: 'badRequest',
    nameOfBackup: 'done',
    wrongSetting: 'badRequest',
    proto: 'badRequest',
    areas: 'application backups commandLine corpusImport exports files offerDropped settings',
    ipc: 'false',
  });
  expect(existsSync(join(errand.folder, 'x.csv'))).toBe(false);
  // Whatever a project is called, its backup lies in the folder for backups.
  const begun = await readdir(join(errand.dataFolder, 'backups'));
  expect(begun).toHaveLength(1);
});
