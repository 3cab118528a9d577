import { FileImage } from 'lucide-react';
import { useMemo } from 'react';
import { useCommands } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { useStore } from '../state/index.ts';
import { ToggleButton } from '../ui/index.ts';
import { facsimile, usePagedSource } from './facsimile.ts';

/** Shows and hides the pages of the source that is read, where it has any. */
export function FacsimileButton() {
  const isOpen = useStore(facsimile, (now) => now.isOpen);
  const hasPages = usePagedSource() !== undefined;
  useCommands(
    useMemo(
      () => [
        {
          id: 'facsimile.show',
          label: 'command.facsimile',
          available: () => hasPages,
          run: () => facsimile.set((now) => ({ isOpen: !now.isOpen })),
        },
      ],
      [hasPages],
    ),
  );
  if (!hasPages) return null;
  return (
    <ToggleButton
      look="quiet"
      label={t('facsimile.title')}
      isSelected={isOpen}
      onChange={(on) => facsimile.set({ isOpen: on })}
    >
      <FileImage aria-hidden size={16} />
    </ToggleButton>
  );
}
