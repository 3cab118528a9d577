import { useEffect, useRef, useState } from 'react';
import type { Failure, Input, Output, Progress } from '../../../main/contract/index.ts';
import { useClient, useHost } from '../../client/index.ts';
import { failureOf } from '../../state/index.ts';

export type ListReport = Output<'entities.import'>;

/** What is said of a list beside its rows: where its columns go, and what rows are that name no type. */
export type ListWishes = Pick<Input<'entities.import'>, 'columns' | 'type'>;

interface Now {
  readonly file: File | null;
  /** What a trial says would become of the rows; of the last one while another is under way. */
  readonly trial: ListReport | null;
  /** What became of them. */
  readonly report: ListReport | null;
  /** How far the import is; null while none is under way. */
  readonly progress: Progress | null;
  readonly isTrying: boolean;
  readonly failure: Failure | null;
  /** Whether the last import was cancelled; nothing of it is left. */
  readonly isCancelled: boolean;
}

const NOTHING: Now = {
  file: null,
  trial: null,
  report: null,
  progress: null,
  isTrying: false,
  failure: null,
  isCancelled: false,
};

/** The import of a list of entities: tried first, then done, with a way to stop it. */
export function useListImport() {
  const client = useClient();
  const host = useHost();
  const [now, setNow] = useState(NOTHING);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const ask = async (file: File, wishes: ListWishes, dryRun: boolean) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const set = (part: Partial<Now>) => {
      if (running.current === mine) setNow((before) => ({ ...before, ...part }));
    };
    set({
      file,
      failure: null,
      isCancelled: false,
      isTrying: dryRun,
      progress: dryRun ? null : { done: 0, total: 0, item: '' },
    });
    try {
      const upload = await host.upload(file, mine.signal);
      const report = await client.call(
        'entities.import',
        { upload, name: file.name, ...wishes, dryRun },
        { signal: mine.signal, onProgress: (progress) => set(dryRun ? {} : { progress }) },
      );
      set(dryRun ? { trial: report } : { report });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'cancelled') set({ isCancelled: !dryRun });
      else set({ failure });
    } finally {
      set({ isTrying: false, progress: null });
    }
  };

  return {
    ...now,
    /** Begins with a file, or asks again with other wishes. */
    try: (file: File, wishes: ListWishes) => void ask(file, wishes, true),
    run: (file: File, wishes: ListWishes) => void ask(file, wishes, false),
    stop: () => running.current?.abort(),
  };
}
