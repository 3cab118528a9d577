import { Pencil, Search, Share, Trash2 } from 'lucide-react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { searching, useSavedSearches, writeSearches } from '../search/index.ts';
import { openDialog } from '../state/index.ts';
import { LibraryTree } from './library-tree.tsx';
import type { LibraryActions } from './node.ts';
import { Section } from './section.tsx';

const NONE: ReadonlySet<string> = new Set();

/** Searches the researcher kept; they live in the notebook's settings. */
export function SearchesSection() {
  const client = useClient();
  const { searches, answer } = useSavedSearches();
  const nodes = searches.map(({ name }) => ({ key: name, name }));
  const actions: LibraryActions = {
    open: (key) => {
      const found = searches.find(({ name }) => name === key);
      if (found) searching.set({ query: found.query, open: true, focus: searching.get().focus + 1 });
    },
    rename: (key) => openDialog({ kind: 'rename', noun: 'search', id: key, name: key }),
    remove: (key) =>
      void writeSearches(
        client,
        searches.filter(({ name }) => name !== key),
      ),
    menu: (key) => [
      { id: 'open', label: t('library.searchAgain'), icon: Search, shortcut: 'Enter', run: () => actions.open(key) },
      { id: 'rename', label: t('library.rename'), icon: Pencil, shortcut: 'F2', run: () => actions.rename?.(key) },
      {
        id: 'export',
        label: t('library.export'),
        icon: Share,
        run: () => {
          const found = searches.find(({ name }) => name === key);
          if (found) openDialog({ kind: 'export', subject: { kind: 'search', query: found.query } });
        },
      },
      { id: 'remove', label: t('library.forget'), icon: Trash2, shortcut: 'Delete', run: () => actions.remove?.(key) },
    ],
  };
  return (
    <Section
      id="searches"
      title={t('library.searches')}
      count={searches.length}
      answer={answer}
      empty={t('library.noSearches')}
    >
      <LibraryTree
        label={t('library.searches')}
        nodes={nodes}
        actions={actions}
        expanded={NONE}
        onExpand={() => undefined}
      />
    </Section>
  );
}
