import { useEffect, useState } from 'react';
import type { Failure, Source } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { runCommand } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence, tellFailure } from '../messages/index.ts';
import { failureOf, go, place, useIsInTrash, useQuery, useStore } from '../state/index.ts';
import { Button, EmptyState } from '../ui/index.ts';
import { open, openedAhead, openNothing } from './ahead.ts';
import { useReadingSettings } from './settings/kept.ts';
import { TextPane } from './text-pane.tsx';
import './bands.css';
import './reader.css';
import './row-numbers.css';
import './text-marks.css';

/** The Read view: the source the researcher is at, or what to do where there is none. */
export function Reader() {
  const sourceId = useStore(place, (now) => now.sourceId);
  const sources = useQuery('sources.list', {}).data;
  const last = sources && lastRead(sources);
  useEffect(() => {
    if (sourceId === null && last !== undefined) place.set({ sourceId: last.id });
  }, [sourceId, last]);
  if (sourceId !== null) return <OpenSource key={sourceId} sourceId={sourceId} />;
  if (sources?.length !== 0) return null;
  return (
    <EmptyState
      title={t('reader.noSources')}
      actions={
        <Button look="primary" onPress={() => runCommand('import.files')}>
          {t('reader.import')}
        </Button>
      }
    >
      {t('reader.noSourcesText')}
    </EmptyState>
  );
}

/** The source that was read last, the first one where none was; undefined where there are none. */
function lastRead(sources: readonly Source[]): Source | undefined {
  return sources.reduce<Source | undefined>(
    (last, source) => (last && (last.lastReadAt ?? '') >= (source.lastReadAt ?? '') ? last : source),
    undefined,
  );
}

function OpenSource({ sourceId }: { sourceId: string }) {
  const client = useClient();
  const settings = useReadingSettings();
  const source = useSource(sourceId);
  // A visit to a passage begins there, and what is around it comes with the opening.
  const [at] = useState(() => place.get().passage?.start);
  const [opened, setOpened] = useState(() => (at === undefined ? openedAhead(client, sourceId) : null));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    if (opened) {
      openNothing();
      return;
    }
    const stop = new AbortController();
    open(client, sourceId, at, stop.signal).then(
      (answer) => {
        if (!stop.signal.aborted) setOpened(answer);
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setFailure(failureOf(error));
      },
    );
    return () => stop.abort();
  }, [client, sourceId, at, opened, attempt]);

  if (source?.blocks === 0) return <EmptyState title={t('reader.noText')}>{t('reader.noTextText')}</EmptyState>;
  if (opened && !source) return <Gone sourceId={sourceId} />;
  if (opened && source && settings) return <TextPane source={source} opened={opened} settings={settings} />;
  if (!failure) return <div className="reader" aria-busy="true" />;
  return (
    <EmptyState
      title={t('reader.cannotOpen')}
      actions={
        <Button
          onPress={() => {
            setFailure(null);
            setAttempt(attempt + 1);
          }}
        >
          {t('ui.tryAgain')}
        </Button>
      }
    >
      {failureSentence(failure)}
    </EmptyState>
  );
}

/** In place of a text that was open when its source went, by a deed or by one that was undone. */
function Gone({ sourceId }: { sourceId: string }) {
  const client = useClient();
  // One that has just come is not in the Library's list yet.
  const { failure } = useQuery('sources.get', { id: sourceId });
  const isMissing = failure?.code === 'not-found';
  const isInTrash = useIsInTrash('source', isMissing ? sourceId : null);
  if (!failure || (isMissing && isInTrash === undefined)) return <div className="reader" aria-busy="true" />;
  const restore = () => {
    client
      .call('trash.restore', { noun: 'source', id: sourceId })
      .catch((error: unknown) => tellFailure(failureOf(error)));
  };
  return (
    <EmptyState
      title={t('reader.gone')}
      actions={
        <>
          {isInTrash && <Button onPress={restore}>{t('reader.restore')}</Button>}
          <Button onPress={() => go({ sourceId: null })}>{t('reader.openLast')}</Button>
        </>
      }
    >
      {isMissing ? t(isInTrash ? 'reader.goneToTrash' : 'reader.goneText') : failureSentence(failure)}
    </EmptyState>
  );
}

/** The source as the Library has it, which is there before the reader asks. */
function useSource(id: string): Source | undefined {
  return useQuery('sources.list', {}).data?.find((source) => source.id === id);
}
