import { FilePenLine, FileText, Highlighter, NotebookText, Pencil, Share, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { gatherPassages } from '../notes/index.ts';
import { openAhead, openNothing } from '../reader/index.ts';
import { go, openDialog, place, useQuery, useStore } from '../state/index.ts';
import { chooseFiles } from '../transfer/index.ts';
import { LibraryTree } from './library-tree.tsx';
import type { LibraryActions, LibraryNode } from './node.ts';
import { removeThing } from './remove.ts';
import { Section } from './section.tsx';

const NONE: ReadonlySet<string> = new Set();

export function SourcesSection() {
  const client = useClient();
  const answer = useQuery('sources.list', {});
  const current = useStore(place, (now) => (now.view === 'read' ? now.sourceId : null));
  const nodes = useMemo(
    () =>
      (answer.data ?? []).map(
        (source): LibraryNode => ({ key: source.id, name: source.title, count: source.highlights }),
      ),
    [answer.data],
  );
  const nameOf = (id: string) => nodes.find((node) => node.key === id)?.name ?? '';
  const actions: LibraryActions = {
    open: (id) => go({ view: 'read', sourceId: id }),
    ahead: (id, soon) => (id === null || id === current ? openNothing() : openAhead(client, id, soon)),
    rename: (id) => openDialog({ kind: 'rename', noun: 'source', id, name: nameOf(id) }),
    remove: (id) => void removeThing(client, 'source', id, nameOf(id)),
    menu: (id) => [
      { id: 'open', label: t('library.read'), icon: FileText, shortcut: 'Enter', run: () => actions.open(id) },
      { id: 'rename', label: t('library.rename'), icon: Pencil, shortcut: 'F2', run: () => actions.rename?.(id) },
      {
        id: 'edit',
        label: t('library.editSource'),
        icon: FilePenLine,
        run: () => openDialog({ kind: 'edit-source', id }),
      },
      {
        id: 'carry-over',
        label: t('library.carryOver'),
        icon: Highlighter,
        run: () => openDialog({ kind: 'carry-over', to: id, from: null }),
      },
      {
        id: 'gather',
        label: t('notes.gather'),
        icon: NotebookText,
        run: () => void gatherPassages(client, { kind: 'source', id: id }),
      },
      {
        id: 'export',
        label: t('library.export'),
        icon: Share,
        run: () => openDialog({ kind: 'export', subject: { kind: 'source', id } }),
      },
      {
        id: 'remove',
        label: t('library.remove'),
        icon: Trash2,
        shortcut: 'Delete',
        startsGroup: true,
        run: () => actions.remove?.(id),
      },
    ],
  };
  return (
    <Section
      id="sources"
      title={t('library.sources')}
      count={answer.data?.length}
      addLabel={t('library.import')}
      onAdd={chooseFiles}
      answer={answer}
      empty={t('library.noSources')}
    >
      <LibraryTree
        label={t('library.sources')}
        nodes={nodes}
        actions={actions}
        current={current}
        expanded={NONE}
        onExpand={() => undefined}
      />
    </Section>
  );
}
