import type { Client, Host } from '../client/index.ts';
import { type FromFrame, type PageAsked, parseFromFrame, type ToFrame } from './frame/index.ts';

/** Where the page that draws pages is served; it is loaded when the first frame shows it, and not before. */
export const FRAME_ADDRESS = './facsimile.html';

/** The window's hold on the frame that draws the pages of one source. */
export interface FrameLink {
  show(page: PageAsked, zoom: number): void;
  unlock(password: string): void;
  name(words: string, language: string): void;
  close(): void;
}

export interface FrameLinkOptions {
  readonly client: Client;
  readonly host: Host;
  readonly sourceId: string;
  readonly frame: HTMLIFrameElement;
  readonly onTold: (message: Exclude<FromFrame, { told: 'ready' }>) => void;
  /** The bytes could not be fetched. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Gives the frame the bytes of the original once it is there, and carries what is said from one to the other. Of what the frame
 * says only what `parseFromFrame` knows is heard, and of other frames nothing.
 */
export function linkFrame({ client, host, sourceId, frame, onTold, onFailure }: FrameLinkOptions): FrameLink {
  const stop = new AbortController();
  const bytes = client
    .call('sources.saveOriginal', { id: sourceId }, { signal: stop.signal })
    .then(({ download }) => host.fetchBytes(download, stop.signal));
  // It is waited for where the frame is ready, which may be later than it fails.
  bytes.catch(() => undefined);
  let isReady = false;

  // A frame without an origin has no address a message could be for; it is this one, whatever it shows.
  const post = (message: ToFrame, transfer: Transferable[] = []) => {
    if (isReady) frame.contentWindow?.postMessage(message, '*', transfer);
  };

  const begin = () => {
    if (isReady) return;
    isReady = true;
    bytes.then(
      (all) => {
        if (!stop.signal.aborted) post({ ask: 'open', bytes: all }, [all]);
      },
      (error: unknown) => {
        if (!stop.signal.aborted) onFailure(error);
      },
    );
    for (const message of waiting.splice(0)) post(message);
  };

  const hear = ({ source, data }: MessageEvent<unknown>) => {
    if (source === null || source !== frame.contentWindow) return;
    const message = parseFromFrame(data);
    if (message?.told === 'ready') begin();
    else if (message) onTold(message);
  };
  window.addEventListener('message', hear);

  const waiting: ToFrame[] = [];
  const say = (message: ToFrame) => {
    if (isReady) post(message);
    else waiting.push(message);
  };
  return {
    show: (page, zoom) => say({ ask: 'show', page, zoom }),
    unlock: (password) => say({ ask: 'unlock', password }),
    name: (words, language) => say({ ask: 'name', words, language }),
    close() {
      stop.abort();
      window.removeEventListener('message', hear);
    },
  };
}
