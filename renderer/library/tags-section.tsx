import {
  ArrowDown,
  ArrowUp,
  Combine,
  Highlighter,
  IndentDecrease,
  IndentIncrease,
  ListFilter,
  NotebookPen,
  NotebookText,
  Pencil,
  Plus,
  Quote,
  Share,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import { useMemo } from 'react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { tellFailure } from '../messages/index.ts';
import { gatherPassages, newNote } from '../notes/index.ts';
import { startTagging } from '../passage/index.ts';
import { doDeed, failureOf, go, openDialog, place, showOnly, useQuery, useStore } from '../state/index.ts';
import { TagDot } from '../ui/index.ts';
import { LibraryTree } from './library-tree.tsx';
import type { Direction, LibraryActions } from './node.ts';
import { removeThing } from './remove.ts';
import { Section } from './section.tsx';
import { dropTag, stepTag, type TagPlace, tagTree } from './tag-moves.ts';
import { useExpanded } from './use-expanded.ts';

export function TagsSection() {
  const client = useClient();
  const answer = useQuery('tags.list', {});
  const current = useStore(place, (now) => now.tagId);
  const tags = answer.data ?? NO_TAGS;
  const [expanded, setExpanded] = useExpanded('tags', () => new Set(tags.map((tag) => tag.id)));
  const nodes = useMemo(
    () =>
      tagTree(tags, (tag, children) => ({
        key: tag.id,
        name: tag.name,
        sign: <TagDot colour={tag.colour} faint={tag.parentId !== null} />,
        count: tag.highlightsBelow,
        ...(children.length > 0 ? { children } : {}),
      })),
    [tags],
  );
  const nameOf = (id: string) => tags.find((tag) => tag.id === id)?.name ?? '';

  const move = (id: string, to: TagPlace | undefined) => {
    if (!to) return;
    if (to.parentId !== null) setExpanded(new Set([...expanded, to.parentId]));
    doDeed(client, 'tags.move', { id, ...to }).catch((error: unknown) => tellFailure(failureOf(error)));
  };
  const stepEntry = (id: string, direction: Direction) => ({
    isDisabled: stepTag(tags, id, direction) === undefined,
    run: () => actions.step?.(id, direction),
  });

  const actions: LibraryActions = {
    open: (id) => {
      go({ tagId: id });
      openDialog({ kind: 'tag-passages', id });
    },
    rename: (id) => openDialog({ kind: 'rename', noun: 'tag', id, name: nameOf(id) }),
    remove: (id) => void removeThing(client, 'tag', id, nameOf(id)),
    step: (id, direction) => move(id, stepTag(tags, id, direction)),
    drop: ([id = ''], target, position) => move(id, dropTag(tags, id, target, position)),
    menu: (id) => [
      {
        id: 'passages',
        label: t('library.passages'),
        icon: Quote,
        run: () => openDialog({ kind: 'tag-passages', id }),
      },
      {
        id: 'filter',
        label: t('filter.onlyTag'),
        icon: ListFilter,
        run: () => {
          showOnly({ tagIds: [id] });
          go({ view: 'read' });
        },
      },
      {
        id: 'every',
        label: t('tagging.startTag'),
        icon: Highlighter,
        run: () => {
          const tag = tags.find((each) => each.id === id);
          if (tag) startTagging(tag);
          go({ view: 'read' });
        },
      },
      {
        id: 'rename',
        label: t('library.rename'),
        icon: Pencil,
        shortcut: 'F2',
        startsGroup: true,
        run: () => actions.rename?.(id),
      },
      {
        id: 'edit',
        label: t('library.editTag'),
        icon: SlidersHorizontal,
        run: () => openDialog({ kind: 'edit-tag', id }),
      },
      {
        id: 'below',
        label: t('library.newTagBelow'),
        icon: Plus,
        run: () => openDialog({ kind: 'new-tag', parentId: id }),
      },
      { id: 'merge', label: t('library.mergeTag'), icon: Combine, run: () => openDialog({ kind: 'merge-tag', id }) },
      {
        id: 'up',
        label: t('library.moveUp'),
        icon: ArrowUp,
        shortcut: 'Alt+ArrowUp',
        startsGroup: true,
        ...stepEntry(id, 'up'),
      },
      {
        id: 'down',
        label: t('library.moveDown'),
        icon: ArrowDown,
        shortcut: 'Alt+ArrowDown',
        ...stepEntry(id, 'down'),
      },
      {
        id: 'in',
        label: t('library.moveIn'),
        icon: IndentIncrease,
        shortcut: 'Alt+ArrowRight',
        ...stepEntry(id, 'in'),
      },
      {
        id: 'out',
        label: t('library.moveOut'),
        icon: IndentDecrease,
        shortcut: 'Alt+ArrowLeft',
        ...stepEntry(id, 'out'),
      },
      {
        id: 'new-note',
        label: t('library.newNoteAbout'),
        icon: NotebookPen,
        startsGroup: true,
        run: () => void newNote(client, { kind: 'tag', id }),
      },
      {
        id: 'gather',
        label: t('notes.gather'),
        icon: NotebookText,
        run: () => void gatherPassages(client, { kind: 'tag', id }),
      },
      {
        id: 'export',
        label: t('library.export'),
        icon: Share,
        run: () => openDialog({ kind: 'export', subject: { kind: 'tag', id } }),
      },
      { id: 'remove', label: t('library.remove'), icon: Trash2, shortcut: 'Delete', run: () => actions.remove?.(id) },
    ],
  };
  return (
    <Section
      id="tags"
      title={t('library.tags')}
      count={answer.data?.length}
      addLabel={t('library.newTag')}
      onAdd={() => openDialog({ kind: 'new-tag', parentId: null })}
      answer={answer}
      empty={t('library.noTags')}
    >
      <LibraryTree
        label={t('library.tags')}
        nodes={nodes}
        actions={actions}
        current={current}
        expanded={expanded}
        onExpand={setExpanded}
        movable
      />
    </Section>
  );
}

const NO_TAGS: readonly never[] = [];
