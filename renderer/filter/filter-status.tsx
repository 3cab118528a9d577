import { X } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { isOpen } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { clearFilter, filtering, useStore } from '../state/index.ts';
import { IconButton, PopoverPanel } from '../ui/index.ts';
import { useFilterName } from './filter-names.ts';
import { FilterPanel } from './filter-panel.tsx';
import { filterPanel } from './panel-state.ts';
import { useFilterUpkeep } from './upkeep.ts';
import './filter-status.css';

/** The part of the status bar that says what the text is filtered by, and leads to changing and clearing it. */
export function FilterStatus() {
  useFilterUpkeep();
  const filter = useStore(filtering, (now) => now.filter);
  const isShown = useStore(filterPanel, (now) => now.isOpen);
  const name = useFilterName(filter);
  const button = useRef<HTMLButtonElement>(null);
  const clear = () => {
    clearFilter();
    // What was pressed goes, and would leave the keyboard nowhere.
    button.current?.focus();
  };
  return (
    <span className="filter-status">
      <PopoverPanel
        title={t('filter.title')}
        isOpen={isShown}
        onOpenChange={(open) => filterPanel.set({ isOpen: open })}
        placement="top start"
        button={
          <AriaButton ref={button} className="filter-button" aria-haspopup="dialog">
            <bdi>{name === '' ? t('frame.filterNone') : t('frame.filter', { name })}</bdi>
          </AriaButton>
        }
      >
        <FilterPanel />
      </PopoverPanel>
      {!isOpen(filter) && <IconButton label={t('filter.clear')} icon={X} onPress={clear} />}
    </span>
  );
}
