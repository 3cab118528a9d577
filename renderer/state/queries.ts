import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import {
  CallFailed,
  type Channel,
  type Failure,
  type Input,
  type MethodName,
  type Noun,
  type Output,
} from '../../main/contract/index.ts';
import { afterPaint } from './after-paint.ts';
import { pace } from './pace.ts';
import { isSame } from './same.ts';

/** What is known of an answer: the last data stays while a newer one is fetched. */
export interface Answer<T> {
  readonly data: T | undefined;
  readonly failure: Failure | undefined;
  readonly loading: boolean;
}

/** The part of a method's name before the dot. */
type Area = MethodName extends infer M ? (M extends `${infer A}.${string}` ? A : never) : never;

/** The nouns whose changes make an answer stale, by the method's area; one left out does not compile. */
const DEPENDS_ON: Readonly<Record<Area, readonly Noun[]>> = {
  sources: ['source', 'collection', 'highlight', 'mention'],
  collections: ['collection', 'source'],
  reader: ['source', 'highlight', 'tag', 'mention', 'entity'],
  highlights: ['source', 'highlight', 'tag', 'mention', 'entity', 'outline'],
  tags: ['source', 'highlight', 'tag'],
  entities: ['source', 'entity', 'mention'],
  entityTypes: ['entity', 'entity-type'],
  mentions: ['source', 'entity', 'mention'],
  relations: ['source', 'entity', 'relation', 'highlight'],
  images: [],
  notes: ['note', 'outline', 'source', 'highlight', 'tag', 'entity'],
  outlines: ['outline', 'highlight', 'note', 'entity', 'source', 'tag'],
  search: ['source', 'collection', 'highlight', 'tag', 'entity', 'note', 'outline'],
  history: [
    'source',
    'collection',
    'highlight',
    'tag',
    'entity',
    'entity-type',
    'mention',
    'relation',
    'note',
    'outline',
    'setting',
  ],
  trash: ['source', 'highlight', 'tag', 'entity', 'note', 'outline'],
  settings: ['setting'],
  analysis: ['tag', 'highlight', 'source'],
  notebook: [],
  backups: [],
  recovery: [],
  preferences: [],
  exports: [],
  imports: ['source'],
};

const nounsByArea: ReadonlyMap<string, readonly Noun[]> = new Map(Object.entries(DEPENDS_ON));

/** Answers nobody watches are kept up to this many, so that going back paints at once. */
const MOST_IDLE = 60;

/**
 * How long nobody has to mark anything, in milliseconds, before everything but highlights themselves (tags, sources, outlines …) is asked for again:
 * much of it is counted over the whole notebook, and whoever marks word after word would wait for it. But not longer than the second of them.
 */
const MARKING_RESTS = 300;
const LONGEST_MARKING = 1_500;

interface Entry {
  answer: Answer<unknown>;
  readonly method: MethodName;
  readonly nouns: readonly Noun[];
  readonly listeners: Set<() => void>;
  readonly fetch: () => void;
}

const ONLY_HIGHLIGHTS: ReadonlySet<Noun> = new Set(['highlight']);

const UNASKED: Answer<never> = { data: undefined, failure: undefined, loading: false };

/** The cache of answers of one connection. */
export interface Queries {
  watch<M extends MethodName>(method: M, input: Input<M>, listener: () => void): () => void;
  read<M extends MethodName>(method: M, input: Input<M>): Answer<Output<M>>;
  /** Fetches everything again. */
  refresh(): void;
  /** Drops every answer: another notebook is open. */
  forget(): void;
  close(): void;
}

/** Of highlights only the list of those that an outline does not use depends on outlines; of entities only passages on tags. */
function nounsOf(method: MethodName, input: object): readonly Noun[] {
  const area = method.slice(0, method.indexOf('.'));
  const nouns = nounsByArea.get(area) ?? [];
  if (method === 'entities.passages') return [...nouns, 'highlight', 'tag'];
  return area === 'highlights' && !('unusedIn' in input) ? nouns.filter((noun) => noun !== 'outline') : nouns;
}

export function createQueries(channel: Channel): Queries {
  const entries = new Map<string, Entry>();

  const entryOf = <M extends MethodName>(method: M, input: Input<M>): Entry => {
    const key = `${method} ${JSON.stringify(input)}`;
    const known = entries.get(key);
    if (known) return known;
    let turn = 0;
    const entry: Entry = {
      answer: { ...UNASKED, loading: true },
      method,
      nouns: nounsOf(method, input),
      listeners: new Set(),
      fetch() {
        const mine = ++turn;
        // Data that is there is shown until other data is: whoever watches it is not drawn anew for a question.
        if (entry.answer.data === undefined) tellOf(entry, { ...entry.answer, loading: true });
        channel.call(method, input).then(
          (data) => {
            if (mine !== turn) return;
            const { failure, loading } = entry.answer;
            if (!failure && !loading && isSame(entry.answer.data, data)) return;
            tellOf(entry, { data, failure: undefined, loading: false });
          },
          (error: unknown) => {
            if (mine === turn) tellOf(entry, { data: entry.answer.data, failure: failureOf(error), loading: false });
          },
        );
      },
    };
    entries.set(key, entry);
    entry.fetch();
    dropIdle();
    return entry;
  };

  const dropIdle = () => {
    const idle = [...entries].filter(([, entry]) => entry.listeners.size === 0);
    for (const [key] of idle.slice(0, Math.max(0, idle.length - MOST_IDLE))) entries.delete(key);
  };

  const refresh = (nouns?: ReadonlySet<Noun>, canWait: (entry: Entry) => boolean = () => false) => {
    let waits = false;
    for (const [key, entry] of [...entries]) {
      if (nouns && !isStale(entry, nouns)) continue;
      // What nobody looks at is not to be seen any more as it was: whoever comes to it asks anew.
      if (entry.listeners.size === 0) entries.delete(key);
      else if (canWait(entry)) waits = true;
      else entry.fetch();
    }
    return waits;
  };

  let marking: { readonly since: number; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  const followMarking = () => {
    if (!refresh(ONLY_HIGHLIGHTS, ({ method }) => !method.startsWith('highlights.'))) return;
    const now = performance.now();
    const since = marking?.since ?? now;
    clearTimeout(marking?.timer);
    const timer = setTimeout(
      () => {
        marking = undefined;
        refresh(ONLY_HIGHLIGHTS);
      },
      Math.min(MARKING_RESTS, since + LONGEST_MARKING - now),
    );
    marking = { since, timer };
  };

  const forget = () => {
    clearTimeout(marking?.timer);
    marking = undefined;
    for (const [key, entry] of [...entries]) {
      if (entry.listeners.size === 0) entries.delete(key);
      else {
        tellOf(entry, { ...UNASKED, loading: true });
        entry.fetch();
      }
    }
  };

  const due = new Set<Noun>();
  let isPlanned = false;
  let last = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  // A deed is painted from its own answer. The lists around it follow after that frame, so as not to hold it up.
  const refreshSoon = (nouns: readonly Noun[]) => {
    for (const noun of nouns) due.add(noun);
    if (isPlanned || due.size === 0) return;
    clearTimeout(waiting);
    const rest = last + pace.get().between - performance.now();
    if (rest > 0 && [...due].every((noun) => noun === 'source')) {
      refresh(due, () => true);
      waiting = setTimeout(() => refreshSoon([]), rest);
      return;
    }
    isPlanned = true;
    afterPaint(() => {
      const wanted = new Set(due);
      due.clear();
      isPlanned = false;
      last = performance.now();
      if (wanted.size === 1 && wanted.has('highlight')) followMarking();
      else refresh(wanted);
    });
  };

  const ends = [
    channel.subscribe('changed', ({ changes }) => refreshSoon(changes.map((change) => change.noun))),
    channel.subscribe('notebook', () => refreshStatus(entries)),
    pace.subscribe(() => refreshSoon([])),
  ];

  return {
    watch(method, input, listener) {
      const entry = entryOf(method, input);
      entry.listeners.add(listener);
      return () => entry.listeners.delete(listener);
    },
    read: <M extends MethodName>(method: M, input: Input<M>) => entryOf(method, input).answer as Answer<Output<M>>,
    refresh: () => void refresh(),
    forget,
    close() {
      for (const end of ends) end();
      clearTimeout(waiting);
      clearTimeout(marking?.timer);
      entries.clear();
    },
  };
}

function isStale(entry: Entry, changed: ReadonlySet<Noun>): boolean {
  return entry.nouns.some((noun) => changed.has(noun));
}

function tellOf(entry: Entry, answer: Answer<unknown>): void {
  entry.answer = answer;
  for (const listener of [...entry.listeners]) listener();
}

function refreshStatus(entries: ReadonlyMap<string, Entry>): void {
  for (const [key, entry] of entries) if (/^(?:notebook|backups)\./.test(key)) entry.fetch();
}

/** The failure inside whatever a call threw; a fault of our own reads as `internal`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallFailed) return error.failure;
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}

export const QueriesContext = createContext<Queries | null>(null);

/**
 * Asks a query and keeps its answer fresh: it is asked again when a committed deed touches what it depends on, and the
 * old data stays while the new is on its way. `null` asks nothing.
 */
export function useQuery<M extends MethodName>(method: M, input: Input<M> | null): Answer<Output<M>> {
  const queries = use(QueriesContext);
  if (!queries) throw new Error('useQuery needs a QueriesContext');
  const key = input === null ? null : JSON.stringify(input);
  const [held, setHeld] = useState({ key, input });
  if (held.key !== key) setHeld({ key, input });
  const asked = held.key === key ? held.input : input;
  const subscribe = useCallback(
    (listener: () => void) => (asked === null ? () => undefined : queries.watch(method, asked, listener)),
    [queries, method, asked],
  );
  const read = useCallback(
    (): Answer<Output<M>> => (asked === null ? UNASKED : queries.read(method, asked)),
    [queries, method, asked],
  );
  return useSyncExternalStore(subscribe, read);
}

/** Like `useQuery`, but shows the former answer while the input changes, so that lists do not flicker while typing. */
export function useSteadyQuery<M extends MethodName>(method: M, input: Input<M> | null): Answer<Output<M>> {
  const answer = useQuery(method, input);
  const [last, setLast] = useState(answer.data);
  useEffect(() => {
    if (answer.data !== undefined || input === null) setLast(answer.data);
  }, [answer.data, input]);
  return answer.data === undefined && answer.loading ? { ...answer, data: last } : answer;
}
