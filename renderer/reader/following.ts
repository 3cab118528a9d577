import type { Channel, Passage, TextMark } from '../../main/contract/index.ts';
import type { Pages } from './pages.ts';
import type { Rows } from './rows.ts';

/** Leads from what the original marks as leading elsewhere: the call of a note, the note itself, a link. */
export interface Following {
  /**
   * Follows what is drawn at an offset, which was pressed; false where nothing is.
   * @param links whether links are meant too: a press alone on one begins a selection
   */
  press(offset: number, links: boolean): boolean;
  /** Follows what a caret stands at: the call of a note or a link beside it, the note around it. False where it stands at neither. */
  atCaret(offset: number): Promise<boolean>;
  close(): void;
}

export interface FollowingParts {
  readonly channel: Channel;
  readonly sourceId: string;
  readonly rows: Rows;
  readonly pages: Pages;
  readonly visit: (passage: Passage) => void;
  readonly onLink: (address: string) => void;
  readonly onFailure: (error: unknown) => void;
}

/** What a note begins with that is no word of it: `[12]`, `3.`, `*`. */
const NUMBER = /^(?:[[(]?\d{1,3}[\]).]?|[*†‡§¶#^↑]{1,4})(?=\s)/;

/** Schemes of addresses that are handed on; a notebook of a stranger may hold others. */
const OPENED = /^(?:https?|mailto):/i;

export function createFollowing(parts: FollowingParts): Following {
  const { channel, sourceId, rows, pages, visit, onLink, onFailure } = parts;
  const stop = new AbortController();

  const acrossNote = async (offset: number) => {
    try {
      const { passage } = await channel.call('reader.acrossNote', { sourceId, offset }, { signal: stop.signal });
      if (passage) visit(passage);
      return passage !== null;
    } catch (error) {
      if (!stop.signal.aborted) onFailure(error);
      return true;
    }
  };
  const marksAt = (offset: number, isAt: (mark: TextMark) => boolean) => {
    const here = pages.textMarksOn(rows.blockAt(offset)).filter(isAt);
    return {
      isCall: here.some(({ kind }) => kind === 'note-call'),
      link: here.find(({ kind, value }) => kind === 'link' && OPENED.test(value)),
    };
  };
  const isNumber = (offset: number) => {
    const block = rows.blockAt(offset);
    const { kind, text = '' } = pages.block(block) ?? {};
    return kind === 'footnote' && offset - rows.startOf(block) < (NUMBER.exec(text)?.[0].length ?? 0);
  };

  return {
    press(offset, links) {
      const { isCall, link } = marksAt(offset, ({ start, end }) => start <= offset && offset < end);
      if (isCall || isNumber(offset)) void acrossNote(offset);
      else if (link && links) onLink(link.value);
      else return false;
      return true;
    },
    async atCaret(offset) {
      const { isCall, link } = marksAt(offset, ({ start, end }) => start <= offset && offset <= end);
      if (!isCall && link) onLink(link.value);
      else return acrossNote(offset);
      return true;
    },
    close: () => stop.abort(),
  };
}
