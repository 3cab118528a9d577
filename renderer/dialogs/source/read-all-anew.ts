import type { Failure, Output } from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { doDeed, failureOf } from '../../state/index.ts';
import { asFailure } from '../../transfer/index.ts';

/** What became of sources that were to be read anew, in their order. */
export interface ReadAnew {
  /** All of them are one step of the history. */
  readonly done: Output<'sources.readAllAnew'>['done'];
  /** How many highlights and links stayed with the earlier sources. */
  readonly left: number;
  /** Of the first that could not be read; it and those after it are as they were. */
  readonly failure?: Failure;
}

/** Reads sources anew in another encoding, until one fails. */
export async function readAllAnew(client: Client, ids: readonly string[], encoding: string): Promise<ReadAnew> {
  try {
    const { failure, ...answer } = await doDeed(client, 'sources.readAllAnew', { ids: [...ids], encoding });
    return { ...answer, ...(failure && { failure: asFailure(failure) }) };
  } catch (error) {
    return { done: [], left: 0, failure: failureOf(error) };
  }
}
