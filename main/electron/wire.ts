/** The names of the three IPC channels between the preload script and the shell; there are no others. */
export const OPEN = 'lectern:open';
export const TO_SHELL = 'lectern:to-shell';
export const TO_WINDOW = 'lectern:to-window';
