import { useEffect } from 'react';
import type { Client } from '../../client/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { createStore, failureOf, holdUnsaved, notebook, useQuery, useStore } from '../../state/index.ts';
import { type ReadingSettings, settingsOf } from './reading-settings.ts';

const KEY = 'reading';

/** How long a choice rests, in milliseconds, before it is kept: a slider that is dragged passes many. */
const REST = 300;

/** The settings in effect; null until the notebook has told its own. */
const current = createStore<{ readonly settings: ReadingSettings | null }>({ settings: null });

/** The choice that is not in the notebook yet: what that tells meanwhile is older. */
let waiting: { readonly notebook: string | undefined; readonly release: () => void; timer: number } | null = null;
let isSending = false;

/** The reading settings of the open notebook; null until they are known. */
export function useReadingSettings(): ReadingSettings | null {
  const { data, failure } = useQuery('settings.get', { key: KEY });
  useEffect(() => {
    if (waiting || isSending) return;
    // Settings that cannot be read are no reason not to show the text.
    if (!data && !failure) return;
    const settings = settingsOf(data?.value);
    // Told of what is in effect already, the text stays as it is laid out.
    if (JSON.stringify(settings) !== JSON.stringify(current.get().settings)) current.set({ settings });
  }, [data, failure]);
  return useStore(current, (now) => now.settings);
}

/** The settings in effect now. */
export function settingsNow(): ReadingSettings {
  return current.get().settings ?? settingsOf(null);
}

/** Changes some of the settings: at once in the window, and soon in the notebook. */
export function changeSettings(client: Client, part: Partial<ReadingSettings>): void {
  current.set({ settings: settingsOf({ ...settingsNow(), ...part }) });
  const { status } = notebook.get();
  if (status?.readOnly) return;
  waiting ??= { notebook: status?.path, release: holdUnsaved(), timer: 0 };
  window.clearTimeout(waiting.timer);
  waiting.timer = window.setTimeout(() => void keep(client), REST);
}

async function keep(client: Client): Promise<void> {
  if (!waiting) return;
  const { notebook: path, release } = waiting;
  waiting = null;
  isSending = true;
  try {
    // Another notebook opened since has settings of its own.
    if (notebook.get().status?.path === path) {
      await client.call('settings.set', { key: KEY, value: settingsNow() });
    }
  } catch (error) {
    tellFailure(failureOf(error));
  } finally {
    isSending = false;
    release();
  }
}
