export { MessageArea } from './message-area.tsx';
export * from './messages.ts';
