export { COLOUR_LABELS, passageKeys } from './commands.ts';
export { addToOutline, mark, resize, setComment, shorten, tagWith, unmark } from './deeds.ts';
export { HighlightColours, HighlightComment, HighlightTags } from './highlight-fields.tsx';
export { INSPECTOR_TABS, type InspectorTab, inspectorTab } from './inspector-tab.ts';
export { PassageActions } from './passage-actions.tsx';
export { openPicker } from './pickers.ts';
export { tagPaths, tagsMatching } from './tag-paths.ts';
export { currentTarget, type Target } from './target.ts';
export { type TextPort, textPort } from './text-port.ts';
