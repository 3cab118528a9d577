import { useCallback } from 'react';
import type { Input, MethodName, Output } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { doDeed, failureOf } from '../state/index.ts';
import { tellFailure } from './messages.ts';

/** A deed for a button: follows it in the status bar, says why where it fails, and answers undefined then. */
export function useDeed() {
  const client = useClient();
  return useCallback(
    async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M> | undefined> => {
      try {
        return await doDeed(client, method, input);
      } catch (error) {
        tellFailure(failureOf(error));
        return undefined;
      }
    },
    [client],
  );
}
