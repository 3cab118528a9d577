import { useEffect, useRef, useState } from 'react';
import type { ExportSubject, Input, Output, Progress } from '../../../main/contract/index.ts';
import { useClient, useHost } from '../../client/index.ts';
import { failureSentence } from '../../messages/index.ts';
import { sessionsOf } from '../../notes/index.ts';
import { failureOf } from '../../state/index.ts';

/** How a summary is written. */
export type ExportHow = Pick<Input<'exports.create'>, 'format' | 'language' | 'choices'>;

/** Makes files of summaries, one at a time, for as long as somebody is there to wait for them. */
export function useExport() {
  const client = useClient();
  const host = useHost();
  const [work, setWork] = useState<Progress>();
  const [failure, setFailure] = useState<string>();
  const [stop, setStop] = useState<AbortController | null>(null);
  const [result, setResult] = useState<Output<'exports.create'>>();

  const current = useRef<AbortController>(null);
  useEffect(() => () => current.current?.abort(), []);

  const run = async (subject: ExportSubject, how: ExportHow) => {
    const abort = new AbortController();
    current.current = abort;
    setStop(abort);
    setFailure(undefined);
    setWork(undefined);
    try {
      // A note may have words that are still on their way.
      await sessionsOf(client).flush();
      const made = await client.call(
        'exports.create',
        { ...subject, ...how },
        { signal: abort.signal, onProgress: setWork },
      );
      if (abort.signal.aborted) return;
      for (const { download, fileName } of [made, ...made.beside]) host.download(download, fileName);
      setResult(made);
    } catch (error) {
      setFailure(failureSentence(failureOf(error)));
    } finally {
      setStop(null);
    }
  };

  return { run, work, failure, result, isRunning: stop !== null, cancel: () => stop?.abort() };
}
