import { createStore } from '../state/index.ts';

export const INSPECTOR_TABS = ['passage', 'entity', 'notes', 'outline'] as const;
export type InspectorTab = (typeof INSPECTOR_TABS)[number];

/** Which tab of the Inspector is in front, and a count that grows when its content is asked to take the keyboard. */
export const inspectorTab = createStore<{ readonly tab: InspectorTab; readonly focusAsked: number }>({
  tab: 'passage',
  focusAsked: 0,
});
