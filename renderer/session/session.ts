import type { HistoryStep, NotebookStatus } from '../../main/contract/index.ts';
import { type Client, connection } from '../client/index.ts';
import { formatList } from '../i18n/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import {
  clearFilter,
  clearLooking,
  failureOf,
  forgetUnsaved,
  leaveAll,
  notebook,
  type Queries,
} from '../state/index.ts';
import { applyPreferences } from './preferences.ts';

/**
 * Keeps the stores in step with the host for the life of the window: which notebook is open, what Undo would do, how
 * the engine and the line fare. Whenever the line is opened anew everything is asked again, for nobody knows what
 * happened meanwhile.
 */
export function keepSession(client: Client, queries: Queries): void {
  let line = connection.get().line;
  connection.subscribe(() => {
    const before = line;
    line = connection.get().line;
    if (line !== 'open' || before === 'open') return;
    begin(client, queries, before === 'lost').catch((error: unknown) => tellFailure(failureOf(error)));
  });
  client.subscribe('notebook', (status) => meet(status, queries));
  client.subscribe('changed', ({ undo, redo }) => {
    notebook.set({ undo, redo });
    measureSoon(client);
  });
  client.subscribe('engine', ({ state, notebook: status }) => {
    if (state !== 'back') {
      notebook.set({ engine: state });
      return;
    }
    const before = notebook.get().status;
    notebook.set({ engine: 'running' });
    if (status) setStatus(status, queries);
    queries.refresh();
    readHistory(client);
    if (before?.open && status && !status.open) tell({ tone: 'alert', key: 'frame.engineClosed' });
    else tell({ tone: 'status', key: 'frame.engineBack' });
  });
}

async function begin(client: Client, queries: Queries, again: boolean): Promise<void> {
  applyPreferences(await client.call('preferences.get', {}));
  meet(await client.call('notebook.status', {}), queries);
  notebook.set({ engine: 'running' });
  readHistory(client);
  if (!again) return;
  queries.refresh();
  tell({ tone: 'status', key: 'frame.lineBack' });
}

/** Takes in a status, and says of a notebook seen for the first time that it had to be recovered. */
function meet(status: NotebookStatus, queries: Queries): void {
  const before = notebook.get().status;
  const known = before?.open && before.path === status.path;
  setStatus(status, queries);
  if (!known) sayWhatWasFound(status);
}

/** What a person should know about a notebook that is seen for the first time. */
function sayWhatWasFound({ recovered, aside, place, service }: NotebookStatus): void {
  if (recovered) tell({ tone: 'status', key: 'frame.recovered' });
  if (aside.length > 0) tell({ tone: 'alert', key: 'frame.aside', values: { names: formatList(aside) } });
  if (place === 'synchronised') tell({ tone: 'status', key: 'frame.synchronised', values: { service } });
  if (place === 'network') tell({ tone: 'status', key: 'frame.network' });
}

function setStatus(status: NotebookStatus, queries: Queries): void {
  const before = notebook.get().status;
  notebook.set({ status });
  document.title = status.open ? `${status.name} – Lectern` : 'Lectern';
  if (!before || (before.open === status.open && before.path === status.path)) return;
  leaveAll();
  clearFilter();
  clearLooking();
  forgetUnsaved();
  notebook.set({ undo: null, redo: null });
  queries.forget();
}

/** Asks what Undo and Redo would do; events keep it fresh afterwards. */
export function readHistory(client: Client): void {
  if (!notebook.get().status?.open) return;
  client.call('history.list', { limit: 200 }).then(
    (steps) => notebook.set(nextSteps(steps)),
    () => notebook.set({ undo: null, redo: null }),
  );
}

/** What Undo and Redo would do: the newest step done, and the oldest one undone. */
export function nextSteps(steps: readonly HistoryStep[]): { undo: HistoryStep | null; redo: HistoryStep | null } {
  const ordered = [...steps].sort((a, b) => b.id - a.id);
  return {
    undo: ordered.find((step) => !step.undone && step.kept !== 'none') ?? null,
    redo: ordered.findLast((step) => step.undone) ?? null,
  };
}

const MEASURE_AFTER = 2000;
let measuring = false;

/** The file's size changes with every deed; asking once in a while is enough for the status bar. */
function measureSoon(client: Client): void {
  if (measuring) return;
  measuring = true;
  setTimeout(() => {
    measuring = false;
    client.call('notebook.status', {}).then(
      (status) => notebook.set({ status }),
      () => undefined,
    );
  }, MEASURE_AFTER);
}
