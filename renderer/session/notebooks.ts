import type { Failure, Input, MethodName } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { tellFailure } from '../messages/index.ts';
import { sessionsOf } from '../notes/index.ts';
import { failureOf, openDialog } from '../state/index.ts';

type Opening = Extract<MethodName, 'notebook.create' | 'notebook.open' | 'notebook.openSample' | 'notebook.close'>;

/**
 * Opens, creates or closes a notebook, once every note of the open one is saved. Answers why it did not work, or null
 * where it did, or where the recovery screen has taken over.
 */
export async function changeNotebook<M extends Opening>(
  client: Client,
  method: M,
  input: Input<M>,
): Promise<Failure | null> {
  if (!(await sessionsOf(client).flush())) return { code: 'cannot-write', message: 'A note could not be saved.' };
  try {
    await client.call(method, input);
    return null;
  } catch (error) {
    const failure = failureOf(error);
    if (!RECOVERABLE.has(failure.code) || !('path' in input)) return failure;
    // Not an error to be read and dismissed: there are ways on.
    openDialog({ kind: 'recovery', path: input.path, failure });
    return null;
  }
}

/** What keeps a notebook from being opened and still leaves ways to what is in it. */
const RECOVERABLE: ReadonlySet<Failure['code']> = new Set(['notebook-damaged', 'strange-notebook']);

/** Opens the notebook the user chose outside the window, and says why where that does not work. */
export async function openFromOutside(client: Client, path: string): Promise<void> {
  const field = document.activeElement;
  // Where saving fails the notebook stays open, and `changeNotebook` says so.
  await saveAll(client).catch(() => undefined);
  const failure = await changeNotebook(client, 'notebook.open', { path });
  if (!failure) return;
  tellFailure(failure);
  if (field instanceof HTMLElement) field.focus();
}

/** Saves whatever is unsaved in the window: notes, and what stands in the field now being typed in. */
export async function saveAll(client: Client): Promise<void> {
  // Fields are saved when they are left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await sessionsOf(client).flush();
  // Answers come in the order of the questions: after this one, what a field asked for is done.
  await client.call('notebook.status', {});
}

/** A notebook's name as the name of a file: what would make a path of it is written otherwise. */
export function fileNameOf(name: string): string {
  return name.trim().replaceAll(/[/\\]/g, '-');
}

/** Joins a folder and a notebook's name the way the folder is written. */
export function pathIn(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  const file = /\.lectern$/i.test(name.trim()) ? fileNameOf(name) : `${fileNameOf(name)}.lectern`;
  return folder.endsWith(separator) ? `${folder}${file}` : `${folder}${separator}${file}`;
}
