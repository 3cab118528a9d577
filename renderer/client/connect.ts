import { connection } from './connection.ts';
import type { Host } from './host.ts';
import { takeKey } from './key.ts';
import { keepLine, type LastingLine } from './lasting-line.ts';
import { bridgePort, socketPort } from './ports.ts';
import { downloadFrom, fetchBytes, uploadTo } from './transfer.ts';

/** Connects this window to its host: Electron's bridge where there is one, else the shell that served the page. */
export function connect(): { line: LastingLine; host: Host } {
  const bridge = window.lectern;
  if (!bridge && takeKey() === null) connection.set({ line: 'no-key' });
  const line = keepLine(() => (bridge ? bridgePort(bridge) : socketPort(socketUrl())));
  return {
    line,
    host: { pick: line.pick, upload: uploadTo, download: downloadFrom, fetchBytes },
  };
}

function socketUrl(): string {
  const url = new URL('./channel', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = '';
  url.hash = '';
  return url.href;
}
