import { useEffect } from 'react';
import { type MessageKey, type MessageValues, t } from '../i18n/index.ts';
import { createStore } from '../store/index.ts';

/** An action with a name: found in the palette, in menus, on the shortcut sheet and, by its keys, everywhere. */
export interface Command {
  /** For instance `notes.new`; Electron's menu sends these. */
  readonly id: string;
  readonly label: MessageKey;
  readonly labelValues?: () => MessageValues;
  /** `Mod+Shift+P`: `Mod` is Ctrl, or Cmd on a Mac. Keys are named as in `KeyboardEvent.key`. */
  readonly shortcut?: string | readonly string[];
  /** Whether the keys also work while text is being edited; by default only those with `Mod` or a function key do. */
  readonly inText?: boolean;
  /** Shown on the sheet, but the keys are answered by the widget they belong to. */
  readonly local?: boolean;
  readonly available?: () => boolean;
  readonly run: () => void;
}

const registry = createStore<{ readonly commands: readonly Command[] }>({ commands: [] });

/** Every command of the components now on screen; one registered later takes the place of one with the same id. */
export function commandList(): readonly Command[] {
  return [...new Map(registry.get().commands.map((command) => [command.id, command])).values()];
}

export const commandStore = registry;

/** Adds commands and returns the function that takes them out again. */
export function registerCommands(commands: readonly Command[]): () => void {
  registry.set((now) => ({ commands: [...now.commands, ...commands] }));
  return () => registry.set((now) => ({ commands: now.commands.filter((command) => !commands.includes(command)) }));
}

/** Registers commands for the life of a component. The list must keep its identity between renders (`useMemo`). */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => registerCommands(commands), [commands]);
}

/** Runs a command by its id; false where there is none or it is not available now. */
export function runCommand(id: string): boolean {
  const command = commandList().find((each) => each.id === id);
  if (!command || command.available?.() === false) return false;
  command.run();
  return true;
}

/** The command's name as shown. */
export function commandName(command: Command): string {
  return t(command.label, command.labelValues?.());
}

export function shortcutsOf(command: Command): readonly string[] {
  if (command.shortcut === undefined) return [];
  return typeof command.shortcut === 'string' ? [command.shortcut] : command.shortcut;
}
