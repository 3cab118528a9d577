import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Input, Progress, UnlinkedMention } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { tellFailure } from '../messages/index.ts';
import { doDeed, failureOf } from '../state/index.ts';

/** Whose mentions are looked for, and where. */
export type MentionScope = Pick<Input<'mentions.find'>, 'entityId' | 'type' | 'sourceId'>;

export type Verdict = 'mentions.accept' | 'mentions.reject';

/** A search for unlinked mentions, and what is done with what it finds. */
export interface MentionSearch {
  readonly mentions: readonly UnlinkedMention[];
  /** How far the search is; null when it is at its end, however it came there. */
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  /** Whether somebody stopped it before its end. */
  readonly isStopped: boolean;
  readonly stop: () => void;
  readonly start: () => void;
  /** Links or rejects mentions as one step. They leave the list at once, and come back where it fails. */
  readonly settle: (verdict: Verdict, mentions: readonly UnlinkedMention[]) => Promise<boolean>;
}

type Found = Pick<MentionSearch, 'mentions' | 'progress' | 'failure' | 'isStopped'>;

const BEGINNING: Progress = { done: 0, total: 0, item: '' };
const NOTHING: Found = { mentions: [], progress: BEGINNING, failure: null, isStopped: false };

/**
 * Looks again whenever something else than its own verdicts has changed, undo among it, when the engine had stopped and
 * is back, and when the list is worked off, for more may be found than is handed over at once. The list stays meanwhile.
 */
export function useMentionSearch({ entityId, type, sourceId }: MentionScope): MentionSearch {
  const client = useClient();
  const [found, setFound] = useState(NOTHING);
  const running = useRef<AbortController | null>(null);
  const verdicts = useRef(0);
  const left = useRef(0);
  useEffect(() => {
    left.current = found.mentions.length;
  });

  const start = useCallback(() => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const set = (change: Partial<Found>) => {
      if (running.current === mine) setFound((now) => ({ ...now, ...change }));
    };
    set({ progress: BEGINNING, isStopped: false });
    client
      .call(
        'mentions.find',
        { entityId, type, sourceId },
        { signal: mine.signal, onProgress: (progress) => set({ progress }) },
      )
      .then(
        (mentions) => set({ mentions, progress: null, failure: null }),
        (error: unknown) => {
          const failure = failureOf(error);
          set(failure.code === 'cancelled' ? { progress: null, isStopped: true } : { progress: null, failure });
        },
      );
  }, [client, entityId, type, sourceId]);

  useEffect(() => {
    setFound(NOTHING);
    start();
    const ends = [
      client.subscribe('changed', ({ changes }) => {
        if (verdicts.current === 0 && changes.some(({ noun }) => CONCERNED.has(noun))) start();
      }),
      client.subscribe('engine', ({ state }) => {
        if (state === 'back') start();
      }),
    ];
    return () => {
      for (const end of ends) end();
      running.current?.abort();
      running.current = null;
    };
  }, [client, start]);

  const settle = useCallback(
    async (verdict: Verdict, mentions: readonly UnlinkedMention[]) => {
      setFound((now) => ({ ...now, mentions: without(now.mentions, verdict, mentions) }));
      verdicts.current++;
      try {
        await doDeed(client, verdict, {
          passages: mentions.map((each) => ({
            sourceId: each.sourceId,
            start: each.start,
            end: each.end,
            entityId: each.entityId,
          })),
        });
        return true;
      } catch (error) {
        tellFailure(failureOf(error));
        start();
        return false;
      } finally {
        verdicts.current--;
        // Shorter names come to light where a longer one was rejected.
        const uncovers = verdict === 'mentions.reject' && mentions.some(({ within }) => within.length > 0);
        if (uncovers || left.current === 0) start();
      }
    },
    [client, start],
  );

  return { ...found, stop: () => running.current?.abort(), start, settle };
}

const CONCERNED: ReadonlySet<string> = new Set(['source', 'entity', 'mention']);

/** A rejected mention goes alone; where one is accepted, so do those of others of the same name. */
function without(
  all: readonly UnlinkedMention[],
  verdict: Verdict,
  settled: readonly UnlinkedMention[],
): readonly UnlinkedMention[] {
  const keyOf = verdict === 'mentions.accept' ? passageKey : mentionKey;
  const gone = new Set(settled.map(keyOf));
  return all.filter((each) => !gone.has(keyOf(each)));
}

function passageKey({ sourceId, start, end }: UnlinkedMention): string {
  return `${sourceId} ${start} ${end}`;
}

/** What tells one mention from every other. */
export function mentionKey(mention: UnlinkedMention): string {
  return `${passageKey(mention)} ${mention.entityId}`;
}
