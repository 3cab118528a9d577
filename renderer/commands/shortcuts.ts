import { t } from '../i18n/index.ts';
import { type Command, commandList, shortcutsOf } from './registry.ts';

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A shortcut as the keys of this platform are called: `Ctrl+Shift+P`, or `⇧⌘P` on a Mac. */
export function formatShortcut(shortcut: string): string {
  const parts = partsOf(shortcut).map((part) => ARROWS[part] ?? part);
  if (isMac) return parts.map((part) => MAC_SIGNS[part] ?? part).join('');
  return parts.map((part) => (part === 'Mod' || part === 'Ctrl' ? t('key.ctrl') : part)).join('+');
}

/** `+` separates, so the key `+` itself comes last and alone. */
function partsOf(shortcut: string): string[] {
  if (shortcut.endsWith('++')) return [...shortcut.slice(0, -2).split('+'), '+'];
  return shortcut.split('+');
}

/** Says whether a key press is this shortcut. */
export function matches(shortcut: string, event: KeyboardEvent): boolean {
  const parts = partsOf(shortcut);
  const key = parts.at(-1) ?? '';
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (wants('Mod') !== mod || other || wants('Alt') !== event.altKey) return false;
  // Signs such as ? or + need Shift on some keyboards and not on others, so only letters and named keys ask for it.
  if (/^[a-z]$|^.{2,}$/i.test(key) && wants('Shift') !== event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** Says whether keys typed there are meant as text. */
export function editsText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'range', 'button', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Finds the command a key press asks for. */
export function commandFor(event: KeyboardEvent): Command | undefined {
  const text = editsText(event.target);
  return commandList().find((command) => {
    if (command.local) return false;
    const shortcut = shortcutsOf(command).find((each) => matches(each, event));
    if (shortcut === undefined) return false;
    if (text && !(command.inText ?? /Mod|^F\d/.test(shortcut))) return false;
    return command.available?.() !== false;
  });
}

/** Answers shortcuts for the whole window; returns the function that stops it. */
export function listenForShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandFor(event);
    if (!command) return;
    event.preventDefault();
    command.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
