import type { Channel, NoteCall, Passage } from '../../main/contract/index.ts';

/** Calls of the footnotes and endnotes of a text: they lead to their notes, and the number of a note leads back. */
export interface NoteCalls {
  /** Calls that touch a passage. */
  in(passage: Passage): readonly NoteCall[];
  /** The note called at an offset; where a note begins, its first call. Null elsewhere. */
  from(offset: number): Passage | null;
  /** The same for a caret, which stands beside a call as well, and anywhere in a note. */
  near(offset: number): Passage | null;
  close(): void;
}

export interface NoteCallsOptions {
  readonly channel: Channel;
  readonly sourceId: string;
  /** They are asked for once and never change, as the text does not. */
  readonly onKnown: () => void;
  readonly onFailure: (error: unknown) => void;
}

export function createNoteCalls({ channel, sourceId, onKnown, onFailure }: NoteCallsOptions): NoteCalls {
  const stop = new AbortController();
  let calls: readonly NoteCall[] = [];
  channel.call('reader.noteCalls', { id: sourceId }, { signal: stop.signal }).then(
    (known) => {
      calls = known;
      if (calls.length > 0) onKnown();
    },
    (error: unknown) => {
      if (!stop.signal.aborted) onFailure(error);
    },
  );
  return {
    in: ({ start, end }) => calls.filter((call) => call.start < end && start < call.end),
    from(offset) {
      const call = calls.find(({ start, end }) => start <= offset && offset < end);
      if (call) return call.note;
      return calls.find(({ note, number }) => note.start <= offset && offset < note.start + number) ?? null;
    },
    near(offset) {
      const call = calls.find(({ start, end }) => start <= offset && offset <= end);
      if (call) return call.note;
      return calls.find(({ note }) => note.start <= offset && offset <= note.end) ?? null;
    },
    close: () => stop.abort(),
  };
}
