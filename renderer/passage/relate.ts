import type { Highlight } from '../../main/contract/index.ts';
import type { RelationEnd } from '../entities/index.ts';

/** The entities linked in a highlight, each once. */
export function linkedIn({ entityIds, entities }: Highlight): readonly RelationEnd[] {
  const ends = entityIds.map((id, at) => ({ id, name: entities[at] ?? '' }));
  return ends.filter(({ id }, at) => entityIds.indexOf(id) === at);
}
