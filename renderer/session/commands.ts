import { useMemo } from 'react';
import type { Deed } from '../../main/contract/index.ts';
import { type Client, useClient } from '../client/index.ts';
import { type Command, isMac, useCommands } from '../commands/index.ts';
import { type MessageKey, type MessageValues, t } from '../i18n/index.ts';
import { dismiss, tell, tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, go, goBack, goForward, notebook, openDialog, VIEWS, type View } from '../state/index.ts';
import { changeNotebook } from './notebooks.ts';

/** The commands that are there whenever a notebook is open. */
export function useNotebookCommands(): void {
  const client = useClient();
  useCommands(useMemo(() => notebookCommands(client), [client]));
}

const VIEW_NAMES: Readonly<Record<View, MessageKey>> = {
  read: 'command.view.read',
  notes: 'command.view.notes',
  outline: 'command.view.outline',
  entities: 'command.view.entities',
  analyse: 'command.view.analyse',
};

function notebookCommands(client: Client): readonly Command[] {
  return [
    ...VIEWS.map((view, index): Command => {
      return {
        id: `view.${view}`,
        label: VIEW_NAMES[view],
        shortcut: `Alt+${index + 1}`,
        inText: true,
        run: () => go({ view }),
      };
    }),
    // In text too, where a browser would else leave the page; on a Mac these keys go by words there.
    { id: 'place.back', label: 'command.back', shortcut: 'Alt+ArrowLeft', inText: !isMac, run: () => void goBack() },
    {
      id: 'place.forward',
      label: 'command.forward',
      shortcut: 'Alt+ArrowRight',
      inText: !isMac,
      run: () => void goForward(),
    },
    {
      id: 'history.undo',
      label: 'command.undo',
      labelValues: () => ({ deed: deedName(notebook.get().undo) }),
      shortcut: 'Mod+Z',
      inText: false,
      available: () => notebook.get().undo !== null && notebook.get().status?.readOnly === false,
      run: () => void step(client, 'history.undo'),
    },
    {
      id: 'history.redo',
      label: 'command.redo',
      labelValues: () => ({ deed: deedName(notebook.get().redo) }),
      shortcut: ['Mod+Shift+Z', 'Mod+Y'],
      inText: false,
      available: () => notebook.get().redo !== null && notebook.get().status?.readOnly === false,
      run: () => void step(client, 'history.redo'),
    },
    { id: 'history.show', label: 'command.history', run: () => openDialog({ kind: 'history' }) },
    {
      id: 'outline.import',
      label: 'outline.import',
      available: () => notebook.get().status?.readOnly === false,
      run: () => openDialog({ kind: 'import-outline' }),
    },
    { id: 'imports.show', label: 'command.imports', run: () => openDialog({ kind: 'imports' }) },
    { id: 'trash.show', label: 'command.trash', run: () => openDialog({ kind: 'trash' }) },
    { id: 'notebook.check', label: 'command.check', run: () => openDialog({ kind: 'check' }) },
    { id: 'backups.show', label: 'command.backups', run: () => openDialog({ kind: 'backups' }) },
    { id: 'notebook.backup', label: 'command.backup', run: () => void backUp(client) },
    { id: 'notebook.close', label: 'command.close', run: () => void close(client) },
    { id: 'export.show', label: 'command.export', shortcut: 'Mod+E', run: () => openDialog({ kind: 'export' }) },
    // The text takes this one's place while it is open in Read.
    { id: 'print.show', label: 'command.print', shortcut: 'Mod+P', run: tellWhatIsPrinted },
    { id: 'go.show', label: 'command.goTo', shortcut: 'Mod+K', run: () => openDialog({ kind: 'go-to' }) },
  ];
}

function tellWhatIsPrinted(): void {
  const action = { label: 'command.export', run: () => openDialog({ kind: 'export' }) } as const;
  tell({ tone: 'status', key: 'print.elsewhere', action });
}

/** The name of what a step did, in the language of the interface; empty where there is none. */
export function deedName(step: { readonly deed: Deed } | null): string {
  return step ? t(`deed.${step.deed}`) : '';
}

/** A step that takes longer, in milliseconds, says that it is under way: one of 50,000 rows takes seconds. */
const LONG = 400;

/** What was said of the last step; that of the next takes its place. */
let told: number | null = null;

/** Undoes or redoes one step and says what it was. Undone, it may have been of another text than the one being read, so the way back is offered. */
export async function step(client: Client, method: 'history.undo' | 'history.redo'): Promise<void> {
  const isUndo = method === 'history.undo';
  const { undo, redo } = notebook.get();
  let said: number | null = null;
  const long = window.setTimeout(() => {
    said = tell({
      tone: 'status',
      key: isUndo ? 'frame.undoing' : 'frame.redoing',
      values: wordsOf(isUndo ? undo : redo),
    });
  }, LONG);
  try {
    const done = await doDeed(client, method, {});
    if (told !== null) dismiss(told);
    const back = { label: 'frame.redo', run: () => void step(client, 'history.redo') } as const;
    told = tell({
      tone: 'status',
      key: isUndo ? 'frame.undone' : 'frame.redone',
      values: wordsOf(done),
      action: isUndo ? back : undefined,
    });
  } catch (error) {
    const failure = failureOf(error);
    const { code } = failure;
    // Keys pressed sooner than the last step was done; nothing is wrong.
    if (code === 'nothing-to-undo' || code === 'nothing-to-redo') tell({ tone: 'status', key: `failure.${code}` });
    else tellFailure(failure);
  } finally {
    window.clearTimeout(long);
    if (said !== null) dismiss(said);
  }
}

/** What a sentence says of a step. */
function wordsOf(step: { readonly deed: Deed; readonly subject: string } | null): MessageValues {
  const subject = step?.subject ?? '';
  return { deed: deedName(step), subject, named: subject === '' ? 'no' : 'yes' };
}

/** Goes to a place in the history and says how many steps that was. */
export async function goToStep(client: Client, id: number): Promise<void> {
  try {
    const { undone, redone } = await doDeed(client, 'history.goTo', { id });
    tell({
      tone: 'status',
      key: undone > 0 ? 'frame.undoneSteps' : 'frame.redoneSteps',
      values: { steps: undone + redone },
    });
  } catch (error) {
    tellFailure(failureOf(error));
  }
}

async function backUp(client: Client): Promise<void> {
  try {
    const { path } = await client.call('notebook.backup', {});
    tell({ tone: 'status', key: 'frame.backedUp', values: { path } });
    notebook.set({ status: await client.call('notebook.status', {}) });
  } catch (error) {
    tellFailure(failureOf(error), { label: 'ui.tryAgain', run: () => void backUp(client) });
  }
}

async function close(client: Client): Promise<void> {
  const failure = await changeNotebook(client, 'notebook.close', {});
  if (failure) tellFailure(failure);
}
