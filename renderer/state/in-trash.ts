import type { Trashed } from '../../main/contract/index.ts';
import { useQuery } from './queries.ts';

/** Whether a thing that is not where it was can be had back; undefined while nobody knows, or where no id is given. */
export function useIsInTrash(noun: Trashed['noun'], id: string | null): boolean | undefined {
  const { data } = useQuery('trash.list', id === null ? null : {});
  return id === null ? undefined : data?.some((thing) => thing.noun === noun && thing.id === id);
}
