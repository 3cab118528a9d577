import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

/** A command of the window as a menu shows it: its id, its name in the catalogues, its keys as Electron writes them. */
type Entry = readonly [id: string, key: string, accelerator?: string] | '-' | MenuItemConstructorOptions;

const FILE: readonly Entry[] = [
  ['notebook.new', 'command.newNotebook', 'CmdOrCtrl+N'],
  ['notebook.open', 'command.openNotebook', 'CmdOrCtrl+O'],
  '-',
  ['import.files', 'command.import', 'CmdOrCtrl+I'],
  ['imports.show', 'command.imports'],
  ['export.show', 'command.export', 'CmdOrCtrl+E'],
  ['print.show', 'command.print', 'CmdOrCtrl+P'],
  '-',
  ['notebook.backup', 'command.backup'],
  ['backups.show', 'command.backups'],
  ['notebook.check', 'command.check'],
  ['notebook.close', 'command.close'],
];

const EDIT: readonly Entry[] = [
  ['history.undo', 'menu.undo', 'CmdOrCtrl+Z'],
  ['history.redo', 'menu.redo', 'Shift+CmdOrCtrl+Z'],
  ['history.show', 'command.history'],
  '-',
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
  '-',
  ['find.open', 'command.find', 'CmdOrCtrl+F'],
  ['find.next', 'command.findNext', 'F3'],
  ['find.previous', 'command.findPrevious', 'Shift+F3'],
  ['search.focus', 'command.search', 'Shift+CmdOrCtrl+F'],
  ['trash.show', 'command.trash'],
];

const VIEW: readonly Entry[] = [
  ['view.read', 'command.view.read', 'Alt+1'],
  ['view.notes', 'command.view.notes', 'Alt+2'],
  ['view.outline', 'command.view.outline', 'Alt+3'],
  ['view.entities', 'command.view.entities', 'Alt+4'],
  ['view.analyse', 'command.view.analyse', 'Alt+5'],
  '-',
  ['place.back', 'command.back'],
  ['place.forward', 'command.forward'],
  ['go.show', 'command.goTo', 'CmdOrCtrl+K'],
  ['commands.show', 'command.palette', 'Shift+CmdOrCtrl+P'],
  '-',
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'togglefullscreen' },
];

const HELP: readonly Entry[] = [['shortcuts.show', 'command.shortcuts', 'F1']];

/** On macOS only. */
const WINDOW: readonly Entry[] = [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }, '-', { role: 'front' }];

const SETTINGS: Entry = ['settings.show', 'command.settings', 'CmdOrCtrl+,'];

/** The names of Electron's roles, which Chromium would otherwise write in English. */
const ROLE_NAMES: Readonly<Record<string, string>> = {
  cut: 'menu.cut',
  copy: 'menu.copy',
  paste: 'menu.paste',
  selectAll: 'menu.selectAll',
  resetZoom: 'menu.actualSize',
  zoomIn: 'menu.zoomIn',
  zoomOut: 'menu.zoomOut',
  togglefullscreen: 'menu.fullScreen',
  quit: 'menu.quit',
  about: 'menu.about',
  services: 'menu.services',
  hide: 'menu.hide',
  hideOthers: 'menu.hideOthers',
  unhide: 'menu.showAll',
  minimize: 'menu.minimise',
  zoom: 'menu.zoomWindow',
  front: 'menu.bringToFront',
  close: 'menu.closeWindow',
};

/**
 * The application menu by the customs of the platform: on macOS one named after the program first, elsewhere settings
 * and quitting under File. Its entries send command ids to the window, which knows what they do.
 * @param send posts a command id to the window
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  words: Words,
  send: (command: string) => void,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const item = (entry: Entry): MenuItemConstructorOptions => {
    if (entry === '-') return { type: 'separator' };
    if (!('length' in entry)) return named(entry);
    const [id, key, accelerator] = entry;
    const shown = { id, label: words(key), click: () => send(id) };
    if (accelerator === undefined) return shown;
    // Off macOS the window hears its keys itself and must not hear of them twice.
    return mac ? { ...shown, accelerator } : { ...shown, accelerator, registerAccelerator: false };
  };
  const named = (entry: MenuItemConstructorOptions): MenuItemConstructorOptions => {
    const key = ROLE_NAMES[entry.role ?? ''];
    return key === undefined ? entry : { ...entry, label: words(key) };
  };
  const menu = (key: string, entries: readonly Entry[]) => ({ label: words(key), submenu: entries.map(item) });
  const program: Entry[] = [
    { role: 'about' },
    '-',
    SETTINGS,
    '-',
    { role: 'services' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    '-',
    { role: 'quit' },
  ];

  return [
    ...(mac ? [{ label: 'Lectern', submenu: program.map(item) }] : []),
    menu('menu.file', mac ? FILE : [...FILE, '-', SETTINGS, { role: 'quit' }]),
    menu('menu.edit', EDIT),
    menu('menu.view', VIEW),
    ...(mac ? [menu('menu.window', WINDOW)] : []),
    menu('menu.help', HELP),
  ];
}
