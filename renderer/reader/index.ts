export { Reader } from './reader.tsx';
export { ReadingSettingsButton } from './settings/settings-button.tsx';
