import type { ExportKind } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { place, useQuery } from '../state/index.ts';
import type { Choice } from '../ui/index.ts';

/** What is exported. */
export interface ExportSubject {
  readonly kind: ExportKind;
  readonly id: string;
}

/** What the researcher is looking at. */
export function placeSubject(): ExportSubject {
  const { view, sourceId, noteId, outlineId, entityId, tagId } = place.get();
  const here: Readonly<Record<typeof view, ExportSubject | undefined>> = {
    read: sourceId ? { kind: 'source', id: sourceId } : undefined,
    notes: noteId ? { kind: 'note', id: noteId } : undefined,
    outline: outlineId ? { kind: 'outline', id: outlineId } : undefined,
    entities: entityId ? { kind: 'entity', id: entityId } : undefined,
    analyse: tagId ? { kind: 'tag', id: tagId } : undefined,
  };
  return here[view] ?? { kind: 'outline', id: '' };
}

/** Everything of a kind that could be exported; undefined while it is being asked. */
export function useExportSubjects(kind: ExportKind): readonly Choice<string>[] | undefined {
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
  }
}
