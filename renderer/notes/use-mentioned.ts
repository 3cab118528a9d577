import { useEffect, useMemo } from 'react';
import { type DocumentJson, documentReferences, parseDocument } from '../../main/contract/index.ts';
import { useQuery } from '../state/index.ts';
import { showEntities } from '../ui/index.ts';

/** Shows the entities that a document mentions in the colours of the types they are of now. */
export function useMentioned(document: DocumentJson | undefined): void {
  const ids = useMemo(() => (document ? mentionedIn(document) : []), [document]);
  const types = useQuery('entities.types', ids.length === 0 ? null : { ids }).data;
  useEffect(() => {
    if (types) showEntities(types);
  }, [types]);
}

function mentionedIn(document: DocumentJson): string[] {
  return documentReferences(parseDocument(document))
    .filter(({ kind }) => kind === 'entity')
    .map(({ id }) => id);
}
