import { createStore } from '../state/index.ts';

/** Whether the panel of the filter is open. */
export const filterPanel = createStore<{ readonly isOpen: boolean }>({ isOpen: false });
