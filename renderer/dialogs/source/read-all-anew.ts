import type { Failure, Output } from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { doDeed, failureOf } from '../../state/index.ts';

type Fresh = Output<'sources.readAnew'>['source'];

/** What became of sources that were to be read anew, in their order. */
export interface ReadAnew {
  /** Each is a step of the history. */
  readonly done: readonly { readonly id: string; readonly fresh: Fresh }[];
  /** How many highlights and links stayed with the earlier sources. */
  readonly left: number;
  /** Of the first that could not be read; it and those after it are as they were. */
  readonly failure?: Failure;
}

/** Reads sources anew in another encoding, one after the other, until one fails. */
export async function readAllAnew(client: Client, ids: readonly string[], encoding: string): Promise<ReadAnew> {
  const done: { id: string; fresh: Fresh }[] = [];
  let left = 0;
  for (const id of ids) {
    try {
      const answer = await doDeed(client, 'sources.readAnew', { id, encoding });
      done.push({ id, fresh: answer.source });
      left += answer.left;
    } catch (error) {
      return { done, left, failure: failureOf(error) };
    }
  }
  return { done, left };
}
