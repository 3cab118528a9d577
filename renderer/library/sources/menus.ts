import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  FileInput,
  FilePenLine,
  FileSearch,
  FileText,
  FolderInput,
  FolderMinus,
  FolderPlus,
  Highlighter,
  IndentDecrease,
  IndentIncrease,
  ListFilter,
  NotebookPen,
  NotebookText,
  Pencil,
  Share,
  Trash2,
} from 'lucide-react';
import { READING_STATUSES } from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { gatherPassages, newNote } from '../../notes/index.ts';
import { doDeed, failureOf, openDialog, showCollection } from '../../state/index.ts';
import type { MenuEntry } from '../../ui/index.ts';
import type { LibraryActions } from '../node.ts';
import type { Shelved } from './shelves.ts';

const STATUS_ICONS = { unread: CircleDashed, reading: CircleDot, read: CircleCheck } as const;

/** The menu of a source, or of several at once. @param key of the row it was opened at */
export function sourceMenu(
  client: Client,
  ids: readonly string[],
  row: Extract<Shelved, { kind: 'source' }>,
  key: string,
  actions: LibraryActions,
): readonly MenuEntry[] {
  const attempt = (deed: Promise<unknown>) => void deed.catch((error: unknown) => tellFailure(failureOf(error)));
  const { id, collectionId } = row;
  const one: readonly MenuEntry[] = [
    { id: 'open', label: t('library.read'), icon: FileText, shortcut: 'Enter', run: () => actions.open(key) },
    { id: 'rename', label: t('library.rename'), icon: Pencil, shortcut: 'F2', run: () => actions.rename?.(key) },
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
      id: 'new-note',
      label: t('library.newNoteAbout'),
      icon: NotebookPen,
      run: () => void newNote(client, { kind: 'source', id }),
    },
    {
      id: 'gather',
      label: t('notes.gather'),
      icon: NotebookText,
      run: () => void gatherPassages(client, { kind: 'source', id }),
    },
    {
      id: 'original',
      label: t('original.open'),
      icon: FileSearch,
      run: () => openDialog({ kind: 'original', id }),
    },
    {
      id: 'export',
      label: t('library.export'),
      icon: Share,
      run: () => openDialog({ kind: 'export', subject: { kind: 'source', id } }),
    },
  ];
  const several: readonly MenuEntry[] = [
    {
      id: 'edit',
      label: t('library.editSource'),
      icon: FilePenLine,
      run: () => openDialog({ kind: 'edit-sources', ids }),
    },
  ];
  return [
    ...(ids.length > 1 ? several : one),
    {
      id: 'collections',
      label: t('collection.choose'),
      icon: FolderInput,
      startsGroup: true,
      run: () => openDialog({ kind: 'collections', sourceIds: ids }),
    },
    ...(collectionId === null
      ? []
      : [
          {
            id: 'take-out',
            label: t('collection.takeOut'),
            icon: FolderMinus,
            run: () => attempt(doDeed(client, 'collections.arrange', { sourceIds: [...ids], outOf: [collectionId] })),
          },
        ]),
    ...READING_STATUSES.map((status, index) => ({
      id: `status-${status}`,
      label: t(`status.mark.${status}`),
      icon: STATUS_ICONS[status],
      startsGroup: index === 0,
      run: () => attempt(doDeed(client, 'sources.updateAll', { ids: [...ids], status })),
    })),
    {
      id: 'remove',
      label: t('library.remove'),
      icon: Trash2,
      shortcut: 'Delete',
      startsGroup: true,
      run: () => actions.remove?.(key),
    },
  ];
}

/** The menu of a collection. @param can whether it can go a step in or out */
export function collectionMenu(
  id: string,
  key: string,
  actions: LibraryActions,
  can: (direction: 'in' | 'out') => boolean,
): readonly MenuEntry[] {
  return [
    { id: 'open', label: t('collection.open'), icon: FileInput, shortcut: 'Enter', run: () => actions.open(key) },
    { id: 'only', label: t('collection.only'), icon: ListFilter, run: () => showCollection(id) },
    { id: 'rename', label: t('library.rename'), icon: Pencil, shortcut: 'F2', run: () => actions.rename?.(key) },
    {
      id: 'below',
      label: t('collection.newBelow'),
      icon: FolderPlus,
      run: () => openDialog({ kind: 'new-collection', parentId: id }),
    },
    {
      id: 'in',
      label: t('library.moveIn'),
      icon: IndentIncrease,
      shortcut: 'Alt+ArrowRight',
      startsGroup: true,
      isDisabled: !can('in'),
      run: () => actions.step?.(key, 'in'),
    },
    {
      id: 'out',
      label: t('library.moveOut'),
      icon: IndentDecrease,
      shortcut: 'Alt+ArrowLeft',
      isDisabled: !can('out'),
      run: () => actions.step?.(key, 'out'),
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
}
