/**
 * All a window can reach of the world outside it: two functions that carry messages to the shell and back.
 * Runs sandboxed, so it is bundled into one CommonJS file.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { OPEN, TO_SHELL, TO_WINDOW } from './wire.ts';

contextBridge.exposeInMainWorld('lectern', {
  post(message: unknown): void {
    ipcRenderer.send(TO_SHELL, message);
  },
  /** Keeps one listener; the shell speaks only once there is one. */
  onMessage(listener: (message: unknown) => void): void {
    ipcRenderer.removeAllListeners(TO_WINDOW);
    ipcRenderer.on(TO_WINDOW, (_event, message) => listener(message));
    ipcRenderer.send(OPEN);
  },
});
