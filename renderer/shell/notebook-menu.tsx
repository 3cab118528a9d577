import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { type Command, commandList, commandName, commandStore, shortcutsOf } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { notebook, useStore } from '../state/index.ts';
import { MenuButton, type MenuEntry } from '../ui/index.ts';

/** What the menu holds, in groups; each by its command's id. */
const GROUPS: readonly (readonly string[])[] = [
  ['notebook.new', 'notebook.open', 'notebook.close'],
  ['import.files', 'imports.show', 'export.show'],
  ['history.undo', 'history.redo', 'history.show', 'trash.show'],
  ['notebook.backup', 'backups.show', 'notebook.check'],
  ['settings.show', 'commands.show', 'shortcuts.show'],
];

/** The name of the notebook, and behind it the menu of what concerns the notebook as a whole. */
export function NotebookMenu() {
  const name = useStore(notebook, (now) => now.status?.name ?? '');
  useStore(notebook, (now) => now.undo);
  useStore(notebook, (now) => now.redo);
  useStore(commandStore, (now) => now.commands);
  const commands = new Map(commandList().map((command) => [command.id, command]));
  const entries = GROUPS.flatMap((ids, group) =>
    ids
      .map((id) => commands.get(id))
      .filter((command) => command !== undefined)
      .map((command, index) => entryOf(command, group > 0 && index === 0)),
  );
  return (
    <MenuButton label={t('frame.notebookMenu')} entries={entries}>
      <Button className="brand">
        <span className="brand-name">Lectern</span>{' '}
        <span className="brand-file" dir="auto">
          {name}
        </span>
        <ChevronDown aria-hidden size={13} />
      </Button>
    </MenuButton>
  );
}

function entryOf(command: Command, startsGroup: boolean): MenuEntry {
  return {
    id: command.id,
    label: commandName(command),
    shortcut: shortcutsOf(command)[0],
    isDisabled: command.available?.() === false,
    startsGroup,
    run: command.run,
  };
}
