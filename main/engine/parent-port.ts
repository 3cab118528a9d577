import type { Port } from '../contract/index.ts';

/** What of Electron's `process.parentPort` is used here; this zone does not know Electron's types. */
interface ElectronParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The port to the process that started this one: Electron's in a utility process, Node's after `fork`. */
export function parentPort(): Port {
  const electron = electronParentPort();
  return electron === undefined ? nodePort() : electronPort(electron);
}

function nodePort(): Port {
  return {
    post: (message) => {
      // Between the shell's end and our hearing of it there is nobody to answer, and a failed send is no fault.
      if (process.connected) process.send?.(message, undefined, undefined, () => {});
    },
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.on('disconnect', listener),
    close: () => process.disconnect?.(),
  };
}

function electronPort(port: ElectronParentPort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    // Electron ends its utility processes together with itself; there is nothing to hear.
    onClose: () => {},
    close: () => process.exit(0),
  };
}

function electronParentPort(): ElectronParentPort | undefined {
  const port: unknown = 'parentPort' in process ? process.parentPort : undefined;
  return isParentPort(port) ? port : undefined;
}

function isParentPort(value: unknown): value is ElectronParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
}
