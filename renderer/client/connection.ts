import type { Hello } from '../../main/contract/index.ts';
import { createStore } from '../store/index.ts';

/**
 * The line to the host. `lost`: it was cut and is being tried again. `refused`: trying again is of no use, because the
 * host speaks another version of the protocol. `no-key`: the address was not the one the shell printed.
 */
export type LineState = 'connecting' | 'open' | 'lost' | 'refused' | 'no-key';

export interface Connection {
  readonly line: LineState;
  /** What the shell said of itself when the line was last opened. */
  readonly hello: Hello | null;
}

export const connection = createStore<Connection>({ line: 'connecting', hello: null });
