import { isOpen } from '../../main/contract/index.ts';
import type { Command } from '../commands/index.ts';
import { currentTarget } from '../passage/index.ts';
import { clearFilter, filtering, showOnly } from '../state/index.ts';
import { filterPanel } from './panel-state.ts';

/** The commands of the filter. */
export const filterCommands: readonly Command[] = [
  {
    id: 'filter.show',
    label: 'command.filter',
    shortcut: 'F',
    local: true,
    run: () => filterPanel.set({ isOpen: true }),
  },
  {
    id: 'filter.here',
    label: 'command.filterHere',
    available: () => tagsHere().length > 0,
    run: () => showOnly({ tagIds: tagsHere() }),
  },
  {
    id: 'filter.clear',
    label: 'filter.clear',
    available: () => !isOpen(filtering.get().filter),
    run: clearFilter,
  },
  {
    id: 'filter.rest',
    label: 'command.filterRest',
    labelValues: () => ({ rest: filtering.get().rest }),
    available: () => !isOpen(filtering.get().filter),
    run: () => filtering.set(({ rest }) => ({ rest: rest === 'hide' ? 'dim' : 'hide' })),
  },
];

/** The tags of the highlight in focus. */
function tagsHere(): readonly string[] {
  const target = currentTarget();
  return target?.kind === 'highlight' ? target.highlight.tagIds : [];
}
