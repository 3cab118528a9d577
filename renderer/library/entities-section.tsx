import { Landmark, ListFilter, NotebookPen, NotebookText, Pencil, Plus, Share, TextSearch, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useClient } from '../client/index.ts';
import { t, typePlural, useLanguage } from '../i18n/index.ts';
import { gatherPassages, newNote } from '../notes/index.ts';
import { go, openDialog, place, showOnly, useQuery, useStore } from '../state/index.ts';
import { EntitySign } from '../ui/index.ts';
import { LibraryTree } from './library-tree.tsx';
import type { LibraryActions, LibraryNode } from './node.ts';
import { removeThing } from './remove.ts';
import { Section } from './section.tsx';
import { useExpanded } from './use-expanded.ts';

const TYPE_KEY = 'type:';
const typeOf = (key: string) => (key.startsWith(TYPE_KEY) ? key.slice(TYPE_KEY.length) : undefined);

/** Types, and below each its entities. */
export function EntitiesSection() {
  const client = useClient();
  const types = useQuery('entityTypes.list', {});
  const entities = useQuery('entities.list', {});
  const current = useStore(place, (now) => (now.view === 'entities' ? now.entityId : null));
  const [expanded, setExpanded] = useExpanded('entities', () => new Set());
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names of the types follow the language
  const nodes = useMemo(() => {
    const byType = Map.groupBy(entities.data ?? [], (entity) => entity.type);
    return (types.data ?? [])
      .filter((type) => byType.has(type.name))
      .map((type): LibraryNode => {
        const sign = <EntitySign key={type.name} type={type.name} shape={type.shape} colour={type.colour} />;
        const members = byType.get(type.name) ?? [];
        return {
          key: `${TYPE_KEY}${type.name}`,
          name: typePlural(type.name),
          sign,
          count: members.length,
          children: members.map((entity) => ({ key: entity.id, name: entity.name, sign, count: entity.mentions })),
        };
      });
  }, [types.data, entities.data, language]);
  const nameOf = (id: string) => entities.data?.find((entity) => entity.id === id)?.name ?? '';
  const actions: LibraryActions = {
    open: (key) => {
      if (typeOf(key) === undefined) go({ view: 'entities', entityId: key });
      else
        setExpanded(
          expanded.has(key) ? new Set([...expanded].filter((each) => each !== key)) : new Set([...expanded, key]),
        );
    },
    rename: (id) => {
      if (typeOf(id) === undefined) openDialog({ kind: 'rename', noun: 'entity', id, name: nameOf(id) });
    },
    remove: (id) => {
      if (typeOf(id) === undefined) void removeThing(client, 'entity', id, nameOf(id));
    },
    menu: (key) => {
      const type = typeOf(key);
      if (type !== undefined) {
        return [
          {
            id: 'all',
            label: t('library.allEntities'),
            icon: Landmark,
            run: () => go({ view: 'entities', entityId: null }),
          },
          {
            id: 'mentions',
            label: t('entities.findMentions'),
            icon: TextSearch,
            run: () => go({ view: 'entities', entityId: null, finding: { what: 'mentions', type, sourceId: null } }),
          },
          { id: 'new', label: t('library.newEntity'), icon: Plus, run: () => openDialog({ kind: 'new-entity', type }) },
          {
            id: 'export',
            label: t('library.exportType'),
            icon: Share,
            run: () => openDialog({ kind: 'export-entities', type }),
          },
          {
            id: 'type',
            label: t('library.editType'),
            icon: Pencil,
            run: () => openDialog({ kind: 'entity-types', edit: type }),
          },
        ];
      }
      return [
        { id: 'open', label: t('library.open'), icon: Landmark, shortcut: 'Enter', run: () => actions.open(key) },
        {
          id: 'filter',
          label: t('filter.onlyEntity'),
          icon: ListFilter,
          run: () => {
            showOnly({ entityIds: [key] });
            go({ view: 'read' });
          },
        },
        { id: 'rename', label: t('library.rename'), icon: Pencil, shortcut: 'F2', run: () => actions.rename?.(key) },
        {
          id: 'new-note',
          label: t('library.newNoteAbout'),
          icon: NotebookPen,
          run: () => void newNote(client, { kind: 'entity', id: key }),
        },
        {
          id: 'gather',
          label: t('notes.gather'),
          icon: NotebookText,
          run: () => void gatherPassages(client, { kind: 'entity', id: key }),
        },
        {
          id: 'export',
          label: t('library.export'),
          icon: Share,
          run: () => openDialog({ kind: 'export', subject: { kind: 'entity', id: key } }),
        },
        {
          id: 'remove',
          label: t('library.remove'),
          icon: Trash2,
          shortcut: 'Delete',
          startsGroup: true,
          run: () => actions.remove?.(key),
        },
      ];
    },
  };
  return (
    <Section
      id="entities"
      title={t('library.entities')}
      count={entities.data?.length}
      addLabel={t('library.newEntity')}
      onAdd={() => openDialog({ kind: 'new-entity' })}
      answer={entities}
      empty={t('library.noEntities')}
    >
      <LibraryTree
        label={t('library.entities')}
        nodes={nodes}
        actions={actions}
        current={current}
        expanded={expanded}
        onExpand={setExpanded}
      />
    </Section>
  );
}
