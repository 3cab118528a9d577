export { MessageArea } from './message-area.tsx';
export * from './messages.ts';
export { useDeed } from './use-deed.ts';
