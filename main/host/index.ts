/** What the shells share: the window's files, uploads and downloads, the user's preferences and folders. */
export * from './assets.ts';
export * from './chromium.ts';
export * from './chromium-printer.ts';
export * from './pages.ts';
export * from './places.ts';
export * from './preferences-file.ts';
export * from './preflight.ts';
export * from './program.ts';
export * from './spool.ts';
