import { useState } from 'react';
import { type Command, commandList, commandName, formatShortcut, shortcutsOf } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { Picker, useHandBack } from '../ui/index.ts';

/** Every command by name, with its keys. */
export function CommandsDialog({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const handBack = useHandBack();
  const [commands] = useState(() => commandList().filter((command) => command.available?.() !== false));
  const wanted = query.trim().toLocaleLowerCase().split(/\s+/);
  const matching = commands
    .map((command) => ({ command, name: commandName(command) }))
    .filter(({ name }) => wanted.every((word) => name.toLocaleLowerCase().includes(word)))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const run = (id: string) => {
    const command: Command | undefined = commands.find((each) => each.id === id);
    // A command acts on what has the focus, or has to return to it itself.
    if (command) handBack(command.run);
    onClose();
  };
  return (
    <Picker
      title={t('command.title')}
      placeholder={t('command.placeholder')}
      items={matching.map(({ command, name }) => ({ id: command.id, name, detail: keysOf(command) }))}
      query={query}
      onQuery={setQuery}
      onTake={run}
      onClose={onClose}
    />
  );
}

function keysOf(command: Command): string | undefined {
  const [first] = shortcutsOf(command);
  return first === undefined ? undefined : formatShortcut(first);
}
