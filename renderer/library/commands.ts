import { useMemo } from 'react';
import { useClient } from '../client/index.ts';
import { type Command, useCommands } from '../commands/index.ts';
import { arrive, looking, openDialog } from '../state/index.ts';
import { newNote, newOutline } from './writings-section.tsx';

/** Looks through all sources for mentions of all entities, or for names that are none of an entity yet. */
const look = (what: 'mentions' | 'names') =>
  arrive({ view: 'entities', entityId: null, finding: { what, type: null, sourceId: null } });

/** What begins something new, by command. */
export function useLibraryCommands(): void {
  const client = useClient();
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'note.new', label: 'command.newNote', shortcut: 'Alt+N', run: () => void newNote(client) },
      { id: 'outline.new', label: 'command.newOutline', run: () => void newOutline(client) },
      { id: 'tag.new', label: 'command.newTag', run: () => openDialog({ kind: 'new-tag', parentId: null }) },
      {
        id: 'entity.findMentions',
        label: 'command.findMentions',
        shortcut: 'Mod+Shift+M',
        run: () => look('mentions'),
      },
      { id: 'entity.suggest', label: 'command.suggestEntities', run: () => look('names') },
      {
        id: 'collection.new',
        label: 'command.newCollection',
        run: () => openDialog({ kind: 'new-collection', parentId: null }),
      },
      { id: 'library.find', label: 'command.findSources', run: () => looking.set({ isOpen: true }) },
      { id: 'entity.new', label: 'command.newEntity', run: () => openDialog({ kind: 'new-entity' }) },
      { id: 'entity.importList', label: 'command.importEntities', run: () => openDialog({ kind: 'import-entities' }) },
      { id: 'entity.exportList', label: 'command.exportEntities', run: () => openDialog({ kind: 'export-entities' }) },
      { id: 'entity.types', label: 'command.entityTypes', run: () => openDialog({ kind: 'entity-types' }) },
    ],
    [client],
  );
  useCommands(commands);
}
