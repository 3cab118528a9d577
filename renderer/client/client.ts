import { createContext, use } from 'react';
import type { Channel } from '../../main/contract/index.ts';

/** The window's end of the contract. */
export type Client = Channel;

export const ClientContext = createContext<Client | null>(null);

/** The client of this window. @throws where no connection was made above, which is a mistake in the code */
export function useClient(): Client {
  const client = use(ClientContext);
  if (!client) throw new Error('useClient needs a ClientContext');
  return client;
}
