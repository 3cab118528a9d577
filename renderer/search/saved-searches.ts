import type { Failure } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, useQuery } from '../state/index.ts';

export interface SavedSearch {
  readonly name: string;
  readonly query: string;
}

const KEY = 'searches';

/** The searches kept in the notebook's settings, by name. */
export function useSavedSearches(): {
  readonly searches: readonly SavedSearch[];
  readonly answer: { readonly loading: boolean; readonly failure: Failure | undefined };
} {
  const answer = useQuery('settings.get', { key: KEY });
  // A setting that was never made is no failure to a list.
  const failure = answer.failure?.code === 'not-found' ? undefined : answer.failure;
  return { searches: readSearches(answer.data?.value), answer: { loading: answer.loading, failure } };
}

/** Keeps these searches instead of those before. */
export async function writeSearches(client: Client, searches: readonly SavedSearch[]): Promise<void> {
  try {
    await doDeed(client, 'settings.set', { key: KEY, value: searches });
  } catch (error) {
    tellFailure(failureOf(error));
  }
}

function readSearches(value: unknown): SavedSearch[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((each): each is SavedSearch => typeof each?.name === 'string' && typeof each?.query === 'string')
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
