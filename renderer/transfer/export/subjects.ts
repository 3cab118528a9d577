import type { ExportKind, ExportSubject, ExportThing } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { place, useQuery } from '../../state/index.ts';
import type { Choice } from '../../ui/index.ts';

/** What the researcher is looking at. */
export function placeSubject(): ExportSubject {
  const { view, sourceId, noteId, outlineId, itemId, entityId, tagId } = place.get();
  const here: Readonly<Record<typeof view, ExportSubject | undefined>> = {
    read: sourceId ? { kind: 'source', id: sourceId } : undefined,
    notes: noteId ? { kind: 'note', id: noteId } : undefined,
    outline: outlineId ? { kind: 'outline', id: outlineId, ...(itemId === null ? {} : { branch: itemId }) } : undefined,
    entities: entityId ? { kind: 'entity', id: entityId } : undefined,
    analyse: tagId ? { kind: 'tag', id: tagId } : undefined,
  };
  return here[view] ?? { kind: 'outline', id: '' };
}

/** A subject of a kind about which nothing is known yet. */
export function anyOf(kind: ExportKind): ExportSubject {
  return kind === 'search' ? { kind, query: '' } : { kind, id: '' };
}

/** Everything of a kind that could be exported; undefined while it is being asked. */
export function useThings(kind: ExportThing | null): readonly Choice<string>[] | undefined {
  const outlines = useQuery('outlines.list', kind === 'outline' ? {} : null).data;
  const sources = useQuery('sources.list', kind === 'source' ? {} : null).data;
  const tags = useQuery('tags.list', kind === 'tag' ? {} : null).data;
  const entities = useQuery('entities.list', kind === 'entity' ? {} : null).data;
  const notes = useQuery('notes.list', kind === 'note' ? {} : null).data;
  switch (kind) {
    case 'outline':
      return outlines?.map(({ id, title }) => ({ id, name: title }));
    case 'source':
      return sources?.map(({ id, title }) => ({ id, name: title }));
    case 'tag':
      return tags?.map(({ id, name }) => ({ id, name }));
    case 'entity':
      return entities?.map(({ id, name }) => ({ id, name }));
    case 'note':
      return notes?.map(({ id, title }) => ({ id, name: title || t('library.untitled') }));
    case null:
      return undefined;
  }
}

/** More indentation than this leaves no room for words. */
const DEEPEST = 5;

/** The parts of an outline that can be exported alone: its headings as they stand, and the item asked for where it is none. */
export function useParts(outlineId: string | null, asked: string | undefined): readonly Choice<string>[] {
  const tree = useQuery('outlines.get', outlineId === null ? null : { id: outlineId }).data?.tree ?? [];
  const depths = new Map<string, number>();
  return tree.flatMap(({ id, parentId, kind, text }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1;
    depths.set(id, depth);
    if ((kind !== 'heading' || text === '') && id !== asked) return [];
    return [{ id, name: `${'\u2003'.repeat(Math.min(depth, DEEPEST))}${text}` }];
  });
}
