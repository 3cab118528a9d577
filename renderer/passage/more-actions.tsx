import { Combine, Copy, Ellipsis, ListChecks, type LucideIcon, Scissors, Waypoints } from 'lucide-react';
import { commandList } from '../commands/index.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import { Button, MenuButton, type MenuEntry } from '../ui/index.ts';

interface Action {
  readonly id: string;
  readonly label: MessageKey;
  readonly icon: LucideIcon;
  readonly shortcut: string;
}

const OF_HIGHLIGHTS: readonly Action[] = [
  { id: 'passage.split', label: 'passage.splitHere', icon: Scissors, shortcut: 'S' },
  { id: 'passage.join', label: 'passage.join', icon: Combine, shortcut: 'J' },
  { id: 'passage.duplicate', label: 'passage.duplicate', icon: Copy, shortcut: 'D' },
  { id: 'passage.relate', label: 'passage.relate', icon: Waypoints, shortcut: 'R' },
];

const OF_WORDS: readonly Action[] = [
  { id: 'passage.occurrences', label: 'passage.occurrences', icon: ListChecks, shortcut: 'M' },
];

/** Whether it can be done here: a relation needs two entities. */
function isThere({ id }: Action): boolean {
  return (
    commandList()
      .find((command) => command.id === id)
      ?.available?.() !== false
  );
}

/** What is done less often, behind one button. */
export function MoreActions({ isHighlight, run }: { isHighlight: boolean; run: (id: string) => void }) {
  const entries = [...(isHighlight ? OF_HIGHLIGHTS : []), ...OF_WORDS].filter(isThere).map(
    ({ id, label, icon, shortcut }): MenuEntry => ({
      id,
      label: t(label),
      icon,
      shortcut,
      // The keyboard comes back one frame after the menu is gone; what is run may take it elsewhere.
      run: () => requestAnimationFrame(() => requestAnimationFrame(() => run(id))),
    }),
  );
  return (
    <MenuButton label={t('passage.more')} entries={entries}>
      <Button look="quiet" aria-label={t('passage.more')}>
        <Ellipsis aria-hidden size={15} />
      </Button>
    </MenuButton>
  );
}
