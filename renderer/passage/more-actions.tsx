import { Combine, Copy, Ellipsis, type LucideIcon, Scissors } from 'lucide-react';
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
];

/** What is done with a highlight less often, behind one button. */
export function MoreActions({ run }: { run: (id: string) => void }) {
  const entries = OF_HIGHLIGHTS.map(
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
