import type { Node } from 'prosemirror-model';
import { useEffect, useMemo } from 'react';
import { documentReferences } from '../../main/contract/index.ts';
import { useQuery } from '../state/index.ts';
import { showEntities } from '../ui/index.ts';

/** Shows the entities that a document mentions in the colours of the types they are of now. */
export function useMentioned(document: Node): void {
  const ids = useMemo(() => mentionedIn(document), [document]);
  const types = useQuery('entities.types', ids.length === 0 ? null : { ids }).data;
  useEffect(() => {
    if (types) showEntities(types);
  }, [types]);
}

function mentionedIn(document: Node): string[] {
  return documentReferences(document)
    .filter(({ kind }) => kind === 'entity')
    .map(({ id }) => id);
}
