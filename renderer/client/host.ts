import { createContext, use } from 'react';
import type { Pick } from '../../main/contract/index.ts';

/** What the shell around the window can do for it, beside the contract. */
export interface Host {
  /** The system's own dialog, where the shell says it has them; null when it was left. */
  pick(what: Pick, suggestion?: string): Promise<string | null>;
  /** Hands the bytes of a file to the shell; answers the id under which the app finds them. */
  upload(file: File, signal: AbortSignal): Promise<string>;
  /** Has the shell hand an exported file over to the person. */
  download(id: string, fileName: string): void;
  /** Fetches the bytes of a file the app has put out. @throws CallFailed `engine-lost` where it is gone */
  fetchBytes(id: string, signal: AbortSignal): Promise<ArrayBuffer>;
}

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = use(HostContext);
  if (!host) throw new Error('useHost needs a HostContext');
  return host;
}
