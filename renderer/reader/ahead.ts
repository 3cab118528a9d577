import { type Change, type Channel, type Output, readingPlaceKey } from '../../main/contract/index.ts';
import { PAGE } from './pages.ts';

/** What the engine answers when a source is opened: block lengths, where to begin, and the blocks there. */
export type Opened = Output<'reader.open'>;

/** How long the pointer or the keyboard has to rest on a source, in milliseconds, before it is asked for. */
const REST = 40;

/** A source asked for before anybody opened it. It is true until something is heard that it depends on. */
interface Ahead {
  readonly client: Channel;
  readonly id: string;
  readonly answer: Promise<Opened>;
  readonly drop: () => void;
  opened: Opened | null;
}

let ahead: Ahead | null = null;
let resting = 0;

/**
 * Asks for what the reader needs of a source that is about to be opened, so that its first screen waits for nothing. One at most; another
 * takes its place. Nothing is opened by it: the reading place and the places gone to stay as they are.
 * @param soon false where the pointer or the keyboard may only be passing by
 */
export function openAhead(client: Channel, id: string, soon: boolean): void {
  window.clearTimeout(resting);
  if (ahead?.id === id && ahead.client === client) return;
  ahead?.drop();
  if (soon) ask(client, id);
  else resting = window.setTimeout(() => ask(client, id), REST);
}

/** Nobody is about to open a source any more. */
export function openNothing(): void {
  window.clearTimeout(resting);
  ahead?.drop();
}

/** What is known of a source asked for ahead; null where that is nothing yet. */
export function openedAhead(client: Channel, id: string): Opened | null {
  return ahead?.id === id && ahead.client === client ? ahead.opened : null;
}

/** Opens a source, with the answer that is there or on its way already. @throws CallFailed */
export function open(client: Channel, id: string, at: number | undefined, signal: AbortSignal): Promise<Opened> {
  const call = () => client.call('reader.open', { id, count: PAGE, ...(at === undefined ? {} : { at }) }, { signal });
  // What was asked for ahead is dropped where it is not true any more.
  return at === undefined && ahead?.id === id && ahead.client === client ? ahead.answer.catch(call) : call();
}

function ask(client: Channel, id: string): void {
  const stop = new AbortController();
  const ends = [
    client.subscribe('changed', ({ changes }) => {
      if (!changes.some((change) => concerns(change, id))) return;
      mine.drop();
      openAhead(client, id, false);
    }),
    client.subscribe('notebook', () => mine.drop()),
    client.subscribe('engine', () => mine.drop()),
  ];
  const mine: Ahead = {
    client,
    id,
    answer: client.call('reader.open', { id, count: PAGE }, { signal: stop.signal }),
    opened: null,
    drop() {
      for (const end of ends) end();
      stop.abort();
      if (ahead === mine) ahead = null;
    },
  };
  ahead = mine;
  mine.answer.then(
    (answer) => {
      mine.opened = answer;
    },
    // Whoever opens the source asks again, and is told.
    () => mine.drop(),
  );
}

function concerns({ noun, id, sourceId }: Change, source: string): boolean {
  if (noun === 'setting') return id === readingPlaceKey(source);
  if (noun === 'highlight' || noun === 'mention') return sourceId === source;
  return noun === 'source' ? id === source : noun === 'tag' || noun === 'entity';
}
