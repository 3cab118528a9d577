import { join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { FromShell, Pick, Port, ToShell } from '../contract/index.ts';
import type { Words } from './words.ts';

const EXTENSION = 'lectern';

type Ask = Extract<ToShell, { ask: number }>;

/** Answers a page that asks for one of the system's own dialogs. */
export function answerPicks(port: Port, window: BrowserWindow, folder: string, words: () => Words): void {
  port.onMessage((message) => {
    const asking = readAsk(message);
    if (asking === undefined) return;
    const answer = (path: string | null) => port.post({ asked: asking.ask, path } satisfies FromShell);
    pickPath(window, asking.pick, join(folder, asking.suggestion), words()).then(answer, () => answer(null));
  });
}

async function pickPath(window: BrowserWindow, pick: Pick, start: string, words: Words): Promise<string | null> {
  const filters = [{ name: words('shell.notebooks'), extensions: [EXTENSION] }];
  if (pick === 'notebook') {
    const options = {
      title: words('shell.openNotebook'),
      defaultPath: start,
      filters,
      properties: ['openFile' as const],
    };
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
    return canceled ? null : (filePaths[0] ?? null);
  }
  const options = { title: words('shell.newNotebook'), defaultPath: withExtension(start), filters };
  const { canceled, filePath } = await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? null : withExtension(filePath);
}

const withExtension = (path: string) => (path.endsWith(`.${EXTENSION}`) ? path : `${path}.${EXTENSION}`);

/** A suggestion is a name, not a place: what looks like a path loses its folders. */
function readAsk(message: unknown): Ask | undefined {
  if (typeof message !== 'object' || message === null || !('ask' in message && 'pick' in message)) return undefined;
  const { ask, pick } = message;
  if (!Number.isSafeInteger(ask) || typeof ask !== 'number') return undefined;
  if (pick !== 'notebook' && pick !== 'new-notebook') return undefined;
  const suggestion = 'suggestion' in message && typeof message.suggestion === 'string' ? message.suggestion : '';
  return { ask, pick, suggestion: suggestion.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() };
}
