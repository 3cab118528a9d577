import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import type { EngineChild } from './engine-process.ts';
import { type EngineSettings, writeSettings } from './settings.ts';

/** Starts an engine as a child of this Node process. Messages are structured clones, so nothing is lost to JSON. */
export function forkEngine(entry: string, settings: EngineSettings): EngineChild {
  const child = fork(entry, [writeSettings(settings)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    // An engine that starts from code compiled before is back sooner after a death.
    env: { ...process.env, NODE_COMPILE_CACHE: getCompileCacheDir() },
  });
  // A child that cannot be started, or to which nothing can be sent any more, is heard of as closed.
  child.on('error', () => child.kill('SIGKILL'));
  return {
    pid: child.pid,
    post: (message) => {
      // A message that no longer arrives is one whose call fails with the process.
      if (child.connected) child.send(message as object, () => {});
    },
    onMessage: (listener) => child.on('message', listener),
    onClose: (listener) => child.once('close', listener),
    close: () => child.disconnect(),
    kill: () => child.kill('SIGKILL'),
  };
}
