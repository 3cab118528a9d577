export { announce } from './announcing.ts';
export { MessageArea } from './message-area.tsx';
export * from './messages.ts';
export { useDeed } from './use-deed.ts';
