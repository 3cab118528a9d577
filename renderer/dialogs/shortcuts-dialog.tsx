import { useState } from 'react';
import { type Command, commandList, commandName, formatShortcut, shortcutsOf } from '../commands/index.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import { Dialog } from '../ui/index.ts';

/** Keys that belong to widgets and not to commands: what they do where. */
const WIDGET_KEYS: readonly { readonly keys: readonly string[]; readonly label: MessageKey }[] = [
  { keys: ['ArrowUp', 'ArrowDown'], label: 'keys.rows' },
  { keys: ['ArrowRight', 'ArrowLeft'], label: 'keys.branches' },
  { keys: ['Enter'], label: 'keys.open' },
  { keys: ['F2'], label: 'keys.rename' },
  { keys: ['Delete'], label: 'keys.remove' },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], label: 'keys.move' },
  { keys: ['Alt+ArrowRight', 'Alt+ArrowLeft'], label: 'keys.indent' },
  { keys: ['Shift+F10'], label: 'keys.menu' },
];

/** The sheet of all shortcuts. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [commands] = useState(() => commandList().filter((command) => shortcutsOf(command).length > 0));
  const ofText = commands.filter(isOfText);
  return (
    <Dialog title={t('keys.title')} onClose={onClose} size="large">
      <div className="keys">
        <section>
          <h3 className="section-title">{t('keys.commands')}</h3>
          <dl>{commands.filter((command) => !isOfText(command)).map(keyLine)}</dl>
        </section>
        <section>
          {ofText.length > 0 && <h3 className="section-title">{t('keys.text')}</h3>}
          <dl>{ofText.map(keyLine)}</dl>
          <h3 className="section-title">{t('keys.lists')}</h3>
          <dl>{WIDGET_KEYS.map(({ keys, label }) => line(label, t(label), keys))}</dl>
        </section>
      </div>
    </Dialog>
  );
}

/** Keys without Ctrl, Alt or a function key are those of the text that is read, and those that move in it. */
function isOfText(command: Command): boolean {
  return (
    /^(paragraph|resize)\./.test(command.id) || shortcutsOf(command).every((shortcut) => !/Mod|Alt|F\d/.test(shortcut))
  );
}

function keyLine(command: Command) {
  return line(command.id, commandName(command), shortcutsOf(command));
}

function line(id: string, name: string, keys: readonly string[]) {
  return (
    <div key={id}>
      <dt>{name}</dt>
      <dd>
        {keys.map((shortcut) => (
          <kbd key={shortcut}>{formatShortcut(shortcut)}</kbd>
        ))}
      </dd>
    </div>
  );
}
