import { useMemo } from 'react';
import { useClient, useHost } from '../client/index.ts';
import { type Command, useCommands } from '../commands/index.ts';
import { tellFailure } from '../messages/index.ts';
import { openDialog } from '../state/index.ts';
import { askForNotebook } from './ask-for-notebook.ts';

/** The commands that are there with and without a notebook. */
export function useWindowCommands(): void {
  const client = useClient();
  const host = useHost();
  const commands = useMemo((): readonly Command[] => {
    const ask = (what: 'notebook' | 'new-notebook') => {
      void askForNotebook(client, host, what).then((failure) => failure && tellFailure(failure));
    };
    return [
      {
        id: 'commands.show',
        label: 'command.palette',
        shortcut: 'Mod+Shift+P',
        run: () => openDialog({ kind: 'commands' }),
      },
      {
        id: 'shortcuts.show',
        label: 'command.shortcuts',
        shortcut: 'F1',
        run: () => openDialog({ kind: 'shortcuts' }),
      },
      {
        id: 'settings.show',
        label: 'command.settings',
        shortcut: 'Mod+,',
        run: () => openDialog({ kind: 'settings' }),
      },
      { id: 'notebook.new', label: 'command.newNotebook', shortcut: 'Mod+N', run: () => ask('new-notebook') },
      { id: 'notebook.open', label: 'command.openNotebook', shortcut: 'Mod+O', run: () => ask('notebook') },
    ];
  }, [client, host]);
  useCommands(commands);
}
