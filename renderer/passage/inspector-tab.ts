import { createStore } from '../state/index.ts';

export const INSPECTOR_TABS = ['passage', 'entity', 'notes', 'outline'] as const;
export type InspectorTab = (typeof INSPECTOR_TABS)[number];

/** Which tab of the Inspector is in front, and whether the comment of the highlight shown is to take the keyboard. */
export const inspectorTab = createStore<{ readonly tab: InspectorTab; readonly toComment: boolean }>({
  tab: 'passage',
  toComment: false,
});
