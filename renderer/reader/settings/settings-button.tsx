import { CaseSensitive } from 'lucide-react';
import { useMemo } from 'react';
import { type Client, useClient } from '../../client/index.ts';
import { type Command, useCommands } from '../../commands/index.ts';
import { t } from '../../i18n/index.ts';
import { createStore, useStore } from '../../state/index.ts';
import { IconButton, PopoverPanel } from '../../ui/index.ts';
import { changeSettings, settingsNow } from './kept.ts';
import { SettingsPanel } from './settings-panel.tsx';

const panel = createStore<{ readonly isOpen: boolean }>({ isOpen: false });

/** The button that opens the reading settings, and their commands. */
export function ReadingSettingsButton() {
  const client = useClient();
  useCommands(useMemo(() => settingsCommands(client), [client]));
  const isOpen = useStore(panel, (now) => now.isOpen);
  return (
    <PopoverPanel
      title={t('reading.title')}
      isOpen={isOpen}
      onOpenChange={(open) => panel.set({ isOpen: open })}
      placement="bottom end"
      button={<IconButton label={t('reading.title')} icon={CaseSensitive} aria-haspopup="dialog" />}
    >
      <SettingsPanel />
    </PopoverPanel>
  );
}

function settingsCommands(client: Client): readonly Command[] {
  const grow = (by: number) => changeSettings(client, { size: settingsNow().size + by });
  return [
    { id: 'reading.show', label: 'command.reading', run: () => panel.set({ isOpen: true }) },
    { id: 'reading.larger', label: 'command.largerText', run: () => grow(1) },
    { id: 'reading.smaller', label: 'command.smallerText', run: () => grow(-1) },
  ];
}
