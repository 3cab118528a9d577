import type { Session } from '../main/cli/session.ts';
import { parseDocument } from '../main/contract/index.ts';
import { type Job, type Keystroke, passageOf, type Study, timed } from './job.ts';

/**
 * The main job asked of the app in this process: the dispatcher, the stores, the journal of undo and the indexes, but no
 * other process and no window. A note's act is the save that follows a pause in typing.
 */
export async function coreJob({ call }: Session, study: Study, keys: readonly Keystroke[]): Promise<Job> {
  const { sourceId, noteId } = study;
  const { document } = await call('notes.get', { id: noteId });
  const ask = async () => {
    await call('sources.list', {});
    await call('reader.open', { id: sourceId, count: 32 });
  };
  return {
    async open() {
      await call('notebook.close', {});
      return timed(async () => {
        await call('notebook.open', { path: study.path });
        await ask();
      });
    },
    search(turn) {
      const { before, letter } = keys[turn] ?? { before: '', letter: '' };
      return timed(() => call('search.query', { query: before + letter, limit: 100 }));
    },
    highlight: (turn) => timed(() => call('highlights.create', { sourceId, ...passageOf(turn), colour: 'green' })),
    note(turn) {
      const node = parseDocument(document);
      const longer = node.replace(node.content.size, node.content.size, node.slice(0, node.firstChild?.nodeSize ?? 0));
      return timed(() => call('notes.update', { id: noteId, title: `The note ${turn}`, document: longer.toJSON() }));
    },
  };
}
