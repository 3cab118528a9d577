import {
  CallFailed,
  type Channel,
  type EventName,
  type Events,
  type Failure,
  type Line,
  openLine,
  type Pick,
  type Port,
} from '../../main/contract/index.ts';
import { connection } from './connection.ts';

const FIRST_WAIT = 200;
const LONGEST_WAIT = 3000;

const NO_LINE: Failure = { code: 'engine-lost', message: 'The connection to the notebook was lost.' };

/** A line that is opened again when it is cut; subscriptions outlive the cut, calls under way fail `engine-lost`. */
export interface LastingLine extends Channel {
  pick(what: Pick, suggestion?: string): Promise<string | null>;
  onCommand(listener: (id: string) => void): () => void;
  onFlush(listener: () => Promise<void>): () => void;
  onOpen(listener: (path: string) => void): () => void;
}

interface Subscription {
  readonly begin: (line: Line) => () => void;
  end: () => void;
}

/**
 * Opens a line and keeps it: a cut one is tried again, soon at first and then every few seconds, and the `connection`
 * store says how it stands. A host that speaks another version of the protocol is not asked again.
 */
export function keepLine(openPort: () => Port): LastingLine {
  const subscriptions = new Set<Subscription>();
  let line: Line | undefined;
  let wait = FIRST_WAIT;
  let closed = connection.get().line === 'no-key';

  const open = () => {
    const opened = openLine(openPort());
    opened.hello.then(
      (hello) => {
        wait = FIRST_WAIT;
        line = opened;
        for (const each of subscriptions) each.end = each.begin(opened);
        connection.set({ line: 'open', hello });
      },
      (error: unknown) => {
        if (!(error instanceof CallFailed) || error.failure.code !== 'conflict') return;
        closed = true;
        opened.close();
        connection.set({ line: 'refused' });
      },
    );
    opened.onClose(() => {
      line = undefined;
      if (closed) return;
      connection.set((now) => ({ line: now.hello ? 'lost' : 'connecting' }));
      setTimeout(open, wait);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    });
  };

  const keep = (begin: Subscription['begin']): (() => void) => {
    const subscription: Subscription = { begin, end: line ? begin(line) : () => undefined };
    subscriptions.add(subscription);
    return () => {
      subscriptions.delete(subscription);
      subscription.end();
    };
  };

  if (!closed) open();

  return {
    call: (method, input, options) =>
      line ? line.call(method, input, options) : Promise.reject(new CallFailed(NO_LINE)),
    subscribe: <E extends EventName>(event: E, listener: (data: Events[E]) => void) =>
      keep((opened) => opened.subscribe(event, listener)),
    pick: (what, suggestion) => line?.pick(what, suggestion) ?? Promise.resolve(null),
    onCommand: (listener) => keep((opened) => opened.onCommand(listener)),
    onFlush: (listener) => keep((opened) => opened.onFlush(listener)),
    onOpen: (listener) => keep((opened) => opened.onOpen(listener)),
    close() {
      closed = true;
      line?.close();
    },
  };
}
