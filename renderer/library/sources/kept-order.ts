import type { Client } from '../../client/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { doDeed, failureOf, useQuery } from '../../state/index.ts';
import { SOURCE_SORTS, type SourceOrder, USUAL_ORDER } from './order.ts';

const KEY = 'library.order';

/** The order of the sources, as the notebook keeps it. */
export function useSourceOrder(): SourceOrder {
  const value = useQuery('settings.get', { key: KEY }).data?.value;
  if (typeof value !== 'object' || value === null || !('by' in value)) return USUAL_ORDER;
  const by = SOURCE_SORTS.find((each) => each === value.by) ?? USUAL_ORDER.by;
  return { by, descending: 'descending' in value && value.descending === true };
}

export async function keepSourceOrder(client: Client, order: SourceOrder): Promise<void> {
  try {
    await doDeed(client, 'settings.set', { key: KEY, value: order });
  } catch (error) {
    tellFailure(failureOf(error));
  }
}
