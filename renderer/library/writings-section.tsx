import { FileText, Pencil, Share, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { type Client, useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, go, openDialog, place, useQuery, useStore } from '../state/index.ts';
import { LibraryTree } from './library-tree.tsx';
import type { LibraryActions, LibraryNode } from './node.ts';
import { removeThing } from './remove.ts';
import { Section } from './section.tsx';

const NONE: ReadonlySet<string> = new Set();

export function NotesSection() {
  const client = useClient();
  const answer = useQuery('notes.list', {});
  const current = useStore(place, (now) => (now.view === 'notes' ? now.noteId : null));
  const nodes = useMemo(
    () => (answer.data ?? []).map((note): LibraryNode => ({ key: note.id, name: note.title || t('library.untitled') })),
    [answer.data],
  );
  return (
    <Section
      id="notes"
      title={t('library.notes')}
      count={answer.data?.length}
      addLabel={t('library.newNote')}
      onAdd={() => void newNote(client)}
      answer={answer}
      empty={t('library.noNotes')}
    >
      <LibraryTree
        label={t('library.notes')}
        nodes={nodes}
        actions={writingActions(client, 'note', nodes, (id) => go({ view: 'notes', noteId: id }))}
        current={current}
        expanded={NONE}
        onExpand={() => undefined}
      />
    </Section>
  );
}

export function OutlinesSection() {
  const client = useClient();
  const answer = useQuery('outlines.list', {});
  const current = useStore(place, (now) => (now.view === 'outline' ? now.outlineId : null));
  const nodes = useMemo(
    () => (answer.data ?? []).map((outline): LibraryNode => ({ key: outline.id, name: outline.title })),
    [answer.data],
  );
  return (
    <Section
      id="outlines"
      title={t('library.outlines')}
      count={answer.data?.length}
      addLabel={t('library.newOutline')}
      onAdd={() => void newOutline(client)}
      answer={answer}
      empty={t('library.noOutlines')}
    >
      <LibraryTree
        label={t('library.outlines')}
        nodes={nodes}
        actions={writingActions(client, 'outline', nodes, (id) => go({ view: 'outline', outlineId: id }))}
        current={current}
        expanded={NONE}
        onExpand={() => undefined}
      />
    </Section>
  );
}

function writingActions(
  client: Client,
  noun: 'note' | 'outline',
  nodes: readonly LibraryNode[],
  open: (id: string) => void,
): LibraryActions {
  const nameOf = (id: string) => nodes.find((node) => node.key === id)?.name ?? '';
  const rename = (id: string) => openDialog({ kind: 'rename', noun, id, name: nameOf(id) });
  const remove = (id: string) => void removeThing(client, noun, id, nameOf(id));
  return {
    open,
    rename,
    remove,
    menu: (id) => [
      { id: 'open', label: t('library.open'), icon: FileText, shortcut: 'Enter', run: () => open(id) },
      { id: 'rename', label: t('library.rename'), icon: Pencil, shortcut: 'F2', run: () => rename(id) },
      {
        id: 'export',
        label: t('library.export'),
        icon: Share,
        run: () => openDialog({ kind: 'export', subject: { kind: noun, id } }),
      },
      {
        id: 'remove',
        label: t('library.remove'),
        icon: Trash2,
        shortcut: 'Delete',
        startsGroup: true,
        run: () => remove(id),
      },
    ],
  };
}

/** Begins a note and goes to it. */
export async function newNote(client: Client): Promise<void> {
  try {
    const note = await doDeed(client, 'notes.create', { title: '' });
    go({ view: 'notes', noteId: note.id });
  } catch (error) {
    tellFailure(failureOf(error));
  }
}

/** Begins an outline and goes to it. */
export async function newOutline(client: Client): Promise<void> {
  try {
    const outline = await doDeed(client, 'outlines.create', { title: t('library.outlineTitle') });
    go({ view: 'outline', outlineId: outline.id });
  } catch (error) {
    tellFailure(failureOf(error));
  }
}
