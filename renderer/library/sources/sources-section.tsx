import { Folder, FolderPlus, ListFilter } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Source } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { currentLocale, t, useLanguage } from '../../i18n/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { openAhead, openNothing } from '../../reader/index.ts';
import {
  dialogs,
  doDeed,
  failureOf,
  go,
  looking,
  openDialog,
  place,
  showsAll,
  useQuery,
  useSteadyQuery,
  useStore,
} from '../../state/index.ts';
import { chooseFiles } from '../../transfer/index.ts';
import { IconButton, PopoverPanel } from '../../ui/index.ts';
import { keepSame } from '../keep-same.ts';
import { LibraryTree } from '../library-tree.tsx';
import { allKeys, type LibraryActions, type LibraryNode, openBranch } from '../node.ts';
import { removeThing } from '../remove.ts';
import { Section } from '../section.tsx';
import { useExpanded } from '../use-expanded.ts';
import { ChosenSources } from './chosen-sources.tsx';
import { useSourceOrder } from './kept-order.ts';
import { LookingPanel } from './looking-panel.tsx';
import { collectionMenu, sourceMenu } from './menus.ts';
import { inOrder, withWords } from './order.ts';
import { removeSources } from './several.ts';
import { gatheredInto, type Shelved, shelvedOf, shelves, sourcesOf, stepCollection } from './shelves.ts';
import { ShownOf } from './shown-of.tsx';
import { StatusSign } from './status-sign.tsx';
import './sources.css';

/** The same elements for all, by which rows that did not change are known. */
const MARKS = {
  unread: null,
  reading: <StatusSign key="reading" status="reading" />,
  read: <StatusSign key="read" status="read" />,
};

const SIGNS = {
  collection: <Folder key="collection" aria-hidden size={14} className="collection-sign" />,
  source: ({ status }: Source) => MARKS[status],
};

/** The sources, in their collections: sorted, filtered, one or several at a time. */
export function SourcesSection() {
  const client = useClient();
  const language = useLanguage();
  const asked = useStore(looking, (now) => now);
  const all = useQuery('sources.list', {});
  const found = useSteadyQuery('sources.list', asked.filter);
  const collections = useQuery('collections.list', {}).data ?? NONE;
  const order = useSourceOrder();
  const current = useStore(place, (now) => (now.view === 'read' ? now.sourceId : null));
  const [expanded, setExpanded] = useExpanded('sources', () => new Set());
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const isWhole = showsAll(asked);
  const shown = useMemo(() => withWords(found.data ?? NONE, asked.words), [found.data, asked.words]);
  const last = useRef<readonly LibraryNode[]>(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are sorted as the language sorts them
  const nodes = useMemo(() => {
    const ordered = inOrder(shown, order, currentLocale());
    last.current = keepSame(last.current, shelves(collections, ordered, currentLocale(), isWhole, SIGNS));
    return last.current;
  }, [collections, shown, order.by, order.descending, isWhole, language]);
  // What was deleted, filtered out or moved since is not chosen any more.
  const chosen = useMemo(() => {
    const there = new Set(picked.size > 0 ? allKeys(nodes) : []);
    const stay = [...picked].filter((key) => there.has(key));
    return stay.length === picked.size ? picked : new Set(stay);
  }, [picked, nodes]);
  const titleOf = (id: string) => all.data?.find((source) => source.id === id)?.title ?? '';
  const nameOf = (id: string) => collections.find((collection) => collection.id === id)?.name ?? '';
  /** The sources a deed at a row is meant for: all that are chosen where the row is among them. */
  const meant = (key: string) => (chosen.has(key) ? sourcesOf(chosen) : sourcesOf([key]));
  const attempt = (deed: Promise<unknown>) => deed.catch((error: unknown) => tellFailure(failureOf(error)));

  const step = (id: string, direction: 'up' | 'down' | 'in' | 'out') => {
    const to = stepCollection(collections, id, direction, currentLocale());
    if (!to) return;
    if (to.parentId !== null) setExpanded(openBranch(expanded, `collection:${to.parentId}`, true));
    void attempt(doDeed(client, 'collections.move', { id, parentId: to.parentId }));
  };

  const drop = (keys: readonly string[], target: Shelved) => {
    const gathered = target.kind === 'collection' ? gatheredInto(target.id, keys) : undefined;
    if (gathered) void attempt(doDeed(client, 'collections.gather', gathered));
  };

  const actions: LibraryActions = {
    open(key) {
      const row = shelvedOf(key);
      if (row.kind === 'source') go({ view: 'read', sourceId: row.id });
      else setExpanded(openBranch(expanded, key, !expanded.has(key)));
    },
    ahead(key, soon) {
      const row = key === null ? null : shelvedOf(key);
      if (row?.kind === 'source' && row.id !== current) openAhead(client, row.id, soon);
      else openNothing();
    },
    rename(key) {
      const { kind, id } = shelvedOf(key);
      openDialog({ kind: 'rename', noun: kind, id, name: kind === 'source' ? titleOf(id) : nameOf(id) });
    },
    remove(key) {
      const row = shelvedOf(key);
      if (row.kind === 'collection') return void removeThing(client, 'collection', row.id, nameOf(row.id));
      const ids = meant(key);
      if (ids.length > 1) void removeSources(client, ids);
      else void removeThing(client, 'source', row.id, titleOf(row.id));
    },
    step(key, direction) {
      const row = shelvedOf(key);
      if (row.kind === 'collection') step(row.id, direction);
    },
    drop: (keys, target) => drop(keys, shelvedOf(target)),
    takes: (target, position) => position === 'on' && shelvedOf(target).kind === 'collection',
    menu(key) {
      const row = shelvedOf(key);
      if (row.kind === 'collection') {
        const can = (direction: 'in' | 'out') =>
          stepCollection(collections, row.id, direction, currentLocale()) !== undefined;
        return collectionMenu(row.id, key, actions, can);
      }
      return sourceMenu(client, meant(key), row, key, actions);
    },
  };

  // A dialog that opens by itself, as the one about encodings after an import, is not to stand behind the panel.
  const hasDialog = useStore(dialogs, (now) => now.open !== null);
  useEffect(() => {
    if (hasDialog) looking.set({ isOpen: false });
  }, [hasDialog]);

  const severalChosen = sourcesOf(chosen);
  return (
    <Section
      id="sources"
      title={t('library.sources')}
      count={all.data?.length}
      addLabel={t('library.import')}
      onAdd={chooseFiles}
      answer={all}
      empty={t('library.noSources')}
      isEmpty={all.data?.length === 0 && collections.length === 0}
      tools={
        <>
          <PopoverPanel
            title={t('looking.title')}
            isOpen={asked.isOpen}
            onOpenChange={(isOpen) => looking.set({ isOpen })}
            placement="bottom end"
            button={<IconButton label={t('looking.title')} icon={ListFilter} />}
          >
            <LookingPanel sources={all.data ?? NONE} order={order} />
          </PopoverPanel>
          <IconButton
            label={t('collection.new')}
            icon={FolderPlus}
            onPress={() => openDialog({ kind: 'new-collection', parentId: null })}
          />
        </>
      }
    >
      {!isWhole && <ShownOf shown={shown.length} all={all.data?.length ?? 0} />}
      {severalChosen.length > 1 && (
        <ChosenSources
          ids={severalChosen}
          menu={sourceMenu(client, severalChosen, { kind: 'source', id: '', collectionId: null }, '', actions)}
          onClear={() => setPicked(new Set())}
        />
      )}
      <LibraryTree
        label={t('library.sources')}
        nodes={nodes}
        actions={actions}
        current={current}
        expanded={isWhole ? expanded : allOf(nodes)}
        onExpand={setExpanded}
        chosen={chosen}
        onChoose={setPicked}
        movable
      />
    </Section>
  );
}

/** What is looked for is shown wherever it stands. */
function allOf(nodes: readonly LibraryNode[]): ReadonlySet<string> {
  return new Set(nodes.flatMap((node) => (node.children ? [node.key, ...allOf(node.children)] : [])));
}

const NONE: readonly never[] = [];
