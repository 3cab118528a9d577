import { useState } from 'react';
import { type Command, commandList, commandName, formatShortcut, shortcutsOf } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { Picker, useHandBack } from '../ui/index.ts';

/** Every command by name, with its keys. */
export function CommandsDialog({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const handBack = useHandBack();
  const [commands] = useState(() => commandList().filter((command) => command.available?.() !== false));
  const sought = query.trim().toLocaleLowerCase();
  const wanted = sought.split(/\s+/);
  const matching = commands
    .map((command) => ({ command, name: commandName(command) }))
    .map((each) => ({ ...each, lower: each.name.toLocaleLowerCase() }))
    .filter(({ lower }) => wanted.every((word) => lower.includes(word)))
    .toSorted((a, b) => rank(a.lower, sought) - rank(b.lower, sought) || a.name.localeCompare(b.name));
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

/** The command that is called what was typed comes first, then those that begin so. */
function rank(name: string, sought: string): number {
  if (name === sought) return 0;
  return name.startsWith(sought) ? 1 : 2;
}

function keysOf(command: Command): string | undefined {
  const [first] = shortcutsOf(command);
  return first === undefined ? undefined : formatShortcut(first);
}
