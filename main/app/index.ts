/** The core behind every door: requests in, answers and events out. */
export { type App, createApp } from './create-app.ts';
export type { Answer } from './dispatch.ts';
export type { AutomaticBackups, Inbox, Log, Outbox, Places, Ports, PreferenceFile, PrintPage } from './ports.ts';
export { type Parsers, parseHere, processParsers, type WholeCall } from './reading/index.ts';
export { type Tending, tendHere, threadTending } from './tending/index.ts';
