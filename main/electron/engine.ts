import { utilityProcess } from 'electron';
import { type EngineChild, type EngineSettings, writeSettings } from '../engine/index.ts';

/** Starts an engine in a utility process. */
export function utilityEngine(entry: string, settings: EngineSettings): EngineChild {
  const child = utilityProcess.fork(entry, [writeSettings(settings)], {
    serviceName: 'Lectern engine',
    stdio: 'inherit',
  });
  return {
    get pid() {
      return child.pid;
    },
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onClose: (listener) => child.once('exit', listener),
    close: () => child.kill(),
    kill: () => child.kill(),
  };
}
