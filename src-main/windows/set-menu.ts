import { Menu } from 'electron';

/** All commands are in the window. Only macOS cannot do without a menu bar: copying and quitting by key depend on it. */
export function setMenu(): void {
  const roles: Electron.MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(roles) : null);
}
