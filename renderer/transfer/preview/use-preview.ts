import { useEffect, useState } from 'react';
import type { ExportChoices, ExportSubject, Failure, Input, Output } from '../../../main/contract/index.ts';
import { type Client, useClient } from '../../client/index.ts';
import { sessionsOf } from '../../notes/index.ts';
import { failureOf } from '../../state/index.ts';

/** A summary as a page, and what is to be said of it. */
export interface Preview {
  readonly html: string;
  readonly report: Output<'exports.create'>['report'];
}

/** What is previewed. */
export interface Previewed {
  /** Null where nothing is chosen yet. */
  readonly subject: ExportSubject | null;
  readonly language: 'en' | 'nb';
  readonly choices: ExportChoices;
}

/** Letters and moves that come quicker than this make one preview, in milliseconds. */
const PAUSE = 250;

/** The summary as it is now: made anew when anything is chosen otherwise and when anything in the notebook changes. The last one stays meanwhile. */
export function usePreview(previewed: Previewed): {
  readonly preview: Preview | null;
  readonly failure: Failure | null;
  readonly isComing: boolean;
} {
  const client = useClient();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isComing, setComing] = useState(true);
  const key = JSON.stringify(previewed);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when anything of what is previewed is another
  useEffect(() => {
    const { subject, language, choices } = previewed;
    if (subject === null) {
      setPreview(null);
      setFailure(null);
      setComing(false);
      return;
    }
    let stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      stop.abort();
      const mine = new AbortController();
      stop = mine;
      make(client, { ...subject, format: 'html', language, choices }, mine.signal).then(
        (made) => {
          if (mine.signal.aborted) return;
          setPreview(made);
          setFailure(null);
          setComing(false);
        },
        (error: unknown) => {
          if (mine.signal.aborted) return;
          setFailure(failureOf(error));
          setComing(false);
        },
      );
    };
    const soon = () => {
      setComing(true);
      clearTimeout(timer);
      timer = setTimeout(load, PAUSE);
    };
    soon();
    const unsubscribe = client.subscribe('changed', soon);
    return () => {
      unsubscribe();
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, key]);

  return { preview, failure, isComing };
}

async function make(client: Client, input: Input<'exports.create'>, signal: AbortSignal): Promise<Preview> {
  await sessionsOf(client).flush();
  const { download, report } = await client.call('exports.create', input, { signal });
  // Fetched even where nobody waits for it any more: a file that is put out stays until it is fetched.
  const answer = await fetch(new URL(`download/${download}`, document.baseURI));
  return { html: await answer.text(), report };
}
