import { LecternError } from '../../../db/model/index.ts';
import { type Composer, createComposer, followColours, followRuns, type Place } from '../composer/index.ts';
import { type Met, nothingMet } from '../source/index.ts';
import { safeLink } from '../summary/index.ts';
import { decodeCodepage } from './codepages.ts';
import { CHARACTERS, destinationOf } from './destinations.ts';
import { type Header, lineIn } from './header.ts';
import { formatted, kindOf, marksOf, type Paragraph, PLAIN_PARAGRAPH, plainState, type State } from './state.ts';
import { endOfGroup, type Token, tokens } from './tokens.ts';

/** Groups are copied states: so many at once are no document. */
const DEEPEST = 4000;
/** Notes in notes: each is looked through once for every one it stands in. */
const DEEPEST_NOTE = 10;

/**
 * Composes the text of an RTF file; notes, comments and text boxes are composed from their own groups.
 * @param outer how many of those it stands in itself
 * @throws LecternError `damaged-file` where it is nested beyond measure
 */
export function composeRtf(bytes: Uint8Array, header: Header, composer: Composer, name: string, outer = 0): Met {
  const met = nothingMet();
  const passages = new Map<number, { readonly start: Place; end?: Place }>();
  const colours = followColours(composer);
  const runs = followRuns(composer);
  let author = '';

  function compose(from: number, to: number, depth: number): void {
    if (depth > DEEPEST_NOTE) throw tooDeep();
    const trail: State[] = [];
    let state = plainState(header.codepage);
    let paragraph: Paragraph = PLAIN_PARAGRAPH;
    let waiting: number[] = [];
    let waitingCodepage = state.codepage;
    let text = '';
    let skip = 0;
    let begun: Place | undefined;
    let table = false;
    let row = false;
    let cell = false;
    let instruction = '';
    /** What stands before the next item of a list. */
    let number: string | undefined;
    let first = true;
    let starred = false;
    /** Where the group is passed over that was composed elsewhere, or not at all. */
    let until = from;

    function take(): void {
      if (waiting.length > 0) text += decodeCodepage(waiting, waitingCodepage);
      waiting = [];
    }

    function flush(): void {
      take();
      if (text === '') return;
      const words = text;
      text = '';
      if (state.destination !== 'text') return;
      if (state.hidden) {
        met.hidden++;
        return;
      }
      if (state.deleted) return;
      open();
      runs(marksOf(state, header.language));
      colours.colour(header.colours[state.background]);
      composer.text(words);
    }

    /** Opens what the text that comes belongs to: a cell of a row of a table, or a paragraph. */
    function open(): void {
      if (paragraph.inTable) {
        number = undefined;
        if (!table) composer.beginTable();
        table = true;
        if (!row) composer.beginRow();
        row = true;
        if (!cell) composer.beginCell();
        cell = true;
      } else {
        leaveTable();
        if (begun === undefined) {
          const [kind, level] = kindOf(paragraph, header.styles);
          if (kind === 'list-item') composer.item(number);
          else composer.item(kind === 'heading' ? (number ?? '') : '');
          number = undefined;
          composer.begin(kind, level);
        }
      }
      begun ??= composer.place();
    }

    function leaveTable(): void {
      if (row) composer.endRow();
      if (table) composer.endTable();
      row = false;
      table = false;
      cell = false;
    }

    function endParagraph(): void {
      flush();
      colours.end();
      runs([]);
      if (begun !== undefined) composer.end();
      begun = undefined;
    }

    function endCell(): void {
      flush();
      paragraph = { ...paragraph, inTable: true };
      open();
      colours.end();
      cell = false;
      begun = undefined;
    }

    function endRow(): void {
      endParagraph();
      if (row) composer.endRow();
      row = false;
      cell = false;
    }

    function word({ name: word, value, at }: Extract<Token, { type: 'word' }>): void {
      if (word === '*') {
        starred = true;
        return;
      }
      const beginsGroup = first;
      const skippable = starred;
      first = false;
      starred = false;
      if (beginsGroup && group(word, skippable, at)) return;
      if (word === 'u') {
        take();
        text += String.fromCharCode((value ?? 0x3f) & 0xffff);
        skip = state.unicodeSkip;
        return;
      }
      const character = Object.hasOwn(CHARACTERS, word) ? CHARACTERS[word] : undefined;
      if (character !== undefined) {
        if (skip > 0) skip--;
        else {
          take();
          text += character;
        }
        return;
      }
      if (state.destination === 'nothing') return;
      if (word === 'par' || word === 'sect') endParagraph();
      else if (word === 'line') {
        flush();
        composer.lineBreak();
      } else if (word === 'cell') endCell();
      else if (word === 'row') endRow();
      else if (word === 'nestcell' || word === 'nestrow') endParagraph();
      else if (word === 'f' || word === 'deff') {
        take();
        state = { ...state, codepage: header.fonts.get(value ?? 0) ?? header.codepage };
      } else if (paragraphWord(word, value)) return;
      else {
        const change = formatted(word, value);
        if ((word === 'deleted' || word === 'revised') && value !== 0) met.changes++;
        if (change === undefined) return;
        flush();
        state = { ...state, ...change };
      }
    }

    function paragraphWord(word: string, value = 0): boolean {
      if (!PARAGRAPH_WORDS.has(word)) return false;
      flush();
      if (word === 'pard') paragraph = PLAIN_PARAGRAPH;
      else if (word === 's') paragraph = { ...paragraph, style: value };
      else if (word === 'outlinelevel') paragraph = { ...paragraph, outline: value };
      else if (word === 'intbl') paragraph = { ...paragraph, inTable: true };
      else if (word === 'ls') paragraph = { ...paragraph, list: value > 0 ? Math.max(1, paragraph.list) : 0 };
      else if (word === 'ilvl') paragraph = { ...paragraph, list: Math.min(9, Math.max(0, value)) + 1 };
      return true;
    }

    /** The first word of a group: what kind of group it is. True where nothing else is to be done about the word. */
    function group(word: string, skippable: boolean, at: number): boolean {
      const whole = () => {
        const end = endOfGroup(bytes, at, to);
        until = end;
        return [at, end] as const;
      };
      if (state.destination === 'nothing') return true;
      if (word === 'footnote' && state.destination === 'text') {
        const [start, end] = whole();
        const inside = bytes.subarray(start, end);
        const atEnd = Buffer.from(inside.buffer, inside.byteOffset, Math.min(40, inside.length)).includes('\\ftnalt');
        open();
        runs([]);
        composer.note(atEnd ? 'end' : 'after', () => compose(start + '\\footnote'.length, end, depth + 1));
        return true;
      }
      if (word === 'shptxt' || word === 'dptxbxtext') {
        const [start, end] = whole();
        composer.later(() => compose(start + word.length + 1, end, depth + 1));
        return true;
      }
      if (word === 'listtext' || word === 'pntext') {
        paragraph = { ...paragraph, list: Math.max(1, paragraph.list) };
        const shown = lineIn(tokens(bytes, ...whole()), state.codepage);
        number = ITEM_NUMBER.test(shown) ? shown.slice(0, LONGEST_NUMBER) : undefined;
      }
      if (word === 'pict') met.images++;
      if (word === 'fldinst') instruction = lineIn(tokens(bytes, ...whole()), state.codepage);
      else if (word === 'field') instruction = '';
      else if (word === 'fldrslt') {
        const address = /\bHYPERLINK\s+"?([^"\s]+)/.exec(instruction)?.[1];
        state = { ...state, link: safeLink(address) ?? state.link };
      } else if (word === 'atnauthor') author = lineIn(tokens(bytes, ...whole()), state.codepage);
      else if (word === 'atrfstart' || word === 'atrfend')
        range(word, lineIn(tokens(bytes, ...whole()), state.codepage));
      else if (word === 'annotation') comment(...whole());
      const destination = destinationOf(word, skippable);
      if (destination === undefined) return false;
      state = { ...state, destination };
      return word !== 'cs';
    }

    function range(word: 'atrfstart' | 'atrfend', reference: string): void {
      const number = Number(reference);
      flush();
      if (word === 'atrfstart') {
        open();
        passages.set(number, { start: composer.place() });
      } else {
        const passage = passages.get(number);
        if (passage !== undefined) passage.end = composer.place();
      }
    }

    /** The text of a comment is composed on its own; its passage is marked in the document's text. */
    function comment(start: number, end: number): void {
      const reference = /\\atnref ?(\d+)|\\\*\\atnref (\d+)/.exec(
        Buffer.from(bytes.subarray(start, end)).toString('latin1'),
      );
      const passage = passages.get(Number(reference?.[1] ?? reference?.[2]));
      const own = createComposer('trim');
      composeRtf(bytes.subarray(start + '\\annotation'.length, end), header, own, name, depth + 1);
      const words = own.finish().blocks.map(({ text: line }) => line.trim());
      met.comments++;
      const from = passage?.start ?? begun ?? composer.place();
      composer.highlight({
        start: from,
        end: passage?.end ?? composer.place(),
        colour: 'yellow',
        comment: words.join('\n'),
        author,
      });
      author = '';
    }

    for (const token of tokens(bytes, from, to)) {
      if (token.at < until) continue;
      if (token.type === 'byte') {
        first = false;
        if (skip > 0) skip--;
        else if (state.destination === 'text') {
          if (waiting.length > 0 && waitingCodepage !== state.codepage) take();
          waitingCodepage = state.codepage;
          waiting.push(token.byte);
        }
        continue;
      }
      if (token.type === 'word') {
        word(token);
        continue;
      }
      flush();
      skip = 0;
      if (token.type === 'open') {
        if (trail.length > DEEPEST) throw tooDeep();
        trail.push(state);
        first = true;
      } else {
        first = false;
        state = trail.pop() ?? state;
      }
      starred = false;
    }
    endParagraph();
    leaveTable();
  }

  function tooDeep(): LecternError {
    return new LecternError('damaged-file', `“${name}” is damaged: it is nested too deep.`, { name });
  }

  compose(0, bytes.length, outer);
  met.highlights = colours.count();
  return met;
}

/** `3`, `iv.`, `(b)`; a letter alone is how fonts of signs write a bullet. */
const ITEM_NUMBER = /\p{N}|\p{L}[.)]|\p{L}{2}/u;

/** More before a list item than anybody writes. */
const LONGEST_NUMBER = 40;

const PARAGRAPH_WORDS: ReadonlySet<string> = new Set(['pard', 's', 'outlinelevel', 'intbl', 'ls', 'ilvl']);
