/** The loopback shell: Lectern for a browser on this machine, over HTTP and a WebSocket on 127.0.0.1. */
export { type Loopback, type LoopbackOptions, startLoopback } from './start.ts';
