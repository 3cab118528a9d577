export { openAhead, openNothing } from './ahead.ts';
export { Reader } from './reader.tsx';
export { ReadingSettingsButton } from './settings/settings-button.tsx';
