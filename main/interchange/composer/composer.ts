import type { BlockDraft, BlockKind, HighlightDraft, MarkKind } from '../../../db/model/index.ts';
import { addText, closed, type OpenBlock, openBlock, type PendingMark, trimEnd } from './open-block.ts';

/** A place in the text that is being composed. Where it lies is known when its block is complete. */
export interface Place {
  /** In code points from the beginning of the source's text. */
  offset: number;
}

export interface Composed {
  readonly blocks: readonly BlockDraft[];
  readonly highlights: readonly HighlightDraft[];
}

/** A passage of the original with a colour or a comment. */
export type Found = Omit<HighlightDraft, 'start' | 'end'> & { readonly start: Place; readonly end: Place };

/** Composes a source's text out of what a reader meets: see `createComposer`. */
export interface Composer {
  /** Page or chapter of the blocks that begin from now on; empty for none. */
  setLabel(label: string): void;
  /** Ends the block and begins another. One without any visible character is never kept. */
  begin(kind: BlockKind, level?: number): void;
  end(): void;
  /**
   * A list item begins, or a heading that is counted: its first block is marked with the number or sign the document shows before it,
   * its other blocks as having none. Said with an empty sign where an item ends and another it lies in goes on.
   */
  item(sign?: string): void;
  /** Whether text would continue a block. */
  isOpen(): boolean;
  /** Adds characters; where no block is open a paragraph begins. */
  text(characters: string): void;
  /** The last character of the open block or cell, empty at its beginning. */
  lastCharacter(): string;
  /** A line break inside a block begins another of the same kind, as a block is one line. */
  lineBreak(): void;
  /** Marks what is added until the answered function is called, over as many blocks as that takes. */
  mark(kind: MarkKind, value?: string): () => void;
  /** A table: its rows are blocks with a tab between cells; notes called in it stand behind it. */
  table(work: () => void): void;
  row(work: () => void): void;
  cell(work: () => void): void;
  /** The same for readers that learn of the end of a row only when they come to it. */
  beginTable(): void;
  endTable(): void;
  beginRow(): void;
  endRow(): void;
  beginCell(): void;
  /** Adds the call `[n]` of a note, whose blocks follow that of the call or, as endnotes do, everything. */
  note(place: 'after' | 'end', body: () => void): void;
  /** Composes something, for instance a text box, behind the block it is anchored in. */
  later(body: () => void): void;
  /** Names the block that begins next, or is open, as the target of links. */
  anchor(name: string): void;
  /** Marks a link to a named block: kept where that turns out to be a note. */
  linkTo(name: string): () => void;
  place(): Place;
  highlight(found: Found): void;
  finish(): Composed;
}

interface Waiting {
  readonly body: () => void;
  /** Set for a note: its number as people see it, and the mark of its call. */
  readonly number: number;
  readonly call: PendingMark | undefined;
}

/** Whatever a document draws before the items of a list without numbers: many are signs of a font that has nothing else. */
const BULLET = '•';

/**
 * The one road from a document to blocks. Readers say what they meet in its order; blocks, offsets in code points, marks that
 * cross blocks, notes and their calls, cells and rows come out right.
 * @param spaces `trim` where spaces at the end of a block are no part of the text, as in HTML
 */
export function createComposer(spaces: 'trim' | 'keep'): Composer {
  const blocks: OpenBlock[] = [];
  const running = new Set<PendingMark>();
  const found: Found[] = [];
  const anchors = new Map<string, number>();
  const links: { readonly mark: PendingMark; readonly name: string }[] = [];
  let places: { readonly place: Place; readonly at: number }[] = [];
  let named: string[] = [];
  let block: OpenBlock | undefined;
  let label = '';
  /** What stands before the next block of the list item one is in; undefined where no reader said anything of items. */
  let itemSign: string | undefined;
  /** Where the open or next block begins, in code points. */
  let start = 0;
  let tables = 0;
  /** The row being composed: how many cells it has so far, and whether a space is due before more text of the cell. */
  let row: { cells: number; depth: number; gap: boolean } | undefined;
  let inNote = false;
  /** Length of the number a note begins with; a block of nothing else is still waiting for the note. */
  let numberLength = 0;
  let noteBlock = 0;
  let notes = 0;
  let behind: Waiting[] = [];
  const atEnd: Waiting[] = [];

  function begin(kind: BlockKind, level = 0): void {
    if (row !== undefined) {
      row.gap = true;
      return;
    }
    if (isBareNumber()) return;
    end();
    block = inNote ? openBlock('footnote', 0, label) : openBlock(kind, level, label);
    for (const mark of running) mark.start = 0;
  }

  function close(): void {
    if (block === undefined) return;
    if (spaces === 'trim') trimEnd(block);
    const done = block;
    block = undefined;
    for (const mark of running) done.marks.push(ended(mark, done));
    const kept = /\S/.test(done.text);
    for (const { place, at } of places) place.offset = start + (kept ? Math.min(at, done.length) : 0);
    places = [];
    if (!kept) return;
    if (done.kind === 'list-item' || done.kind === 'heading') numbered(done);
    blocks.push(done);
    for (const name of named) if (!anchors.has(name)) anchors.set(name, blocks.length);
    named = [];
    start += done.length + 1;
  }

  /** A heading has a number or none; of a list item it has to be known that there is nothing before it, too. */
  function numbered({ kind, marks, length }: OpenBlock): void {
    const isSaid = itemSign !== undefined && (kind === 'list-item' || itemSign !== '');
    if (itemSign === undefined || !isSaid) return;
    marks.push({ kind: 'number', value: itemSign, start: 0, end: length });
    itemSign = '';
  }

  /** The part of a mark that lies in a block; what is settled later is settled for every part. */
  function ended(mark: PendingMark, { length }: OpenBlock): PendingMark {
    const part = { kind: mark.kind, value: mark.value, start: mark.start, end: length };
    if (mark.kind === 'note-call') {
      for (const link of links.filter((each) => each.mark === mark)) links.push({ mark: part, name: link.name });
    }
    return part;
  }

  function end(): void {
    if (row !== undefined) {
      row.gap = true;
      return;
    }
    if (isBareNumber()) return;
    close();
    flush();
  }

  function isBareNumber(): boolean {
    return inNote && block !== undefined && block.length === numberLength && blocks.length + 1 === noteBlock;
  }

  function flush(): void {
    if (tables > 0 || inNote) return;
    for (let next = behind.shift(); next !== undefined; next = behind.shift()) compose(next);
  }

  /** Composes what was put off; what that puts off in turn follows it, before anything else that waits. */
  function compose({ body, number, call }: Waiting): void {
    const outer = [...running];
    const others = behind;
    running.clear();
    behind = [];
    const first = blocks.length + 1;
    if (call !== undefined) {
      begin('footnote');
      text(`[${number}] `);
      inNote = true;
      numberLength = block?.length ?? 0;
      noteBlock = first;
    }
    body();
    // A note of nothing but its number is none.
    if (isBareNumber() && block !== undefined) block.text = '';
    close();
    inNote = false;
    if (call !== undefined && blocks.length >= first) call.value = String(first);
    flush();
    behind = others;
    for (const mark of outer) running.add(mark);
  }

  function text(characters: string): void {
    if (characters === '') return;
    if (block === undefined) begin('paragraph');
    if (block === undefined) return;
    if (row === undefined) {
      // The space after a number the format makes itself is ours already.
      addText(block, isBareNumber() ? characters.trimStart() : characters);
      return;
    }
    if (row.gap && lastCharacter() !== '' && !/\s$/.test(block.text) && !/^\s/.test(characters)) addText(block, ' ');
    row.gap = false;
    addText(block, characters.replace(/[\t\n]/g, ' '));
  }

  function beginTable(): void {
    if (row === undefined) end();
    tables++;
  }

  function endTable(): void {
    tables--;
    if (row === undefined) end();
  }

  /** A table in a cell is part of the cell's text, its rows and cells divided by spaces. */
  function beginRow(): void {
    if (row !== undefined) {
      row.depth++;
      row.gap = true;
      return;
    }
    begin('table-row');
    row = { cells: 0, depth: 0, gap: false };
  }

  function endRow(): void {
    if (row !== undefined && row.depth > 0) {
      row.depth--;
      row.gap = true;
      return;
    }
    row = undefined;
    close();
  }

  function beginCell(): void {
    if (row === undefined) return;
    if (row.depth > 0) {
      row.gap = true;
      return;
    }
    if (block !== undefined && spaces === 'trim') trimEnd(block);
    if (row.cells++ > 0 && block !== undefined) addText(block, '\t');
    row.gap = false;
  }

  function lastCharacter(): string {
    const last = block?.text.at(-1) ?? '';
    return row !== undefined && last === '\t' ? '' : last;
  }

  function mark(kind: MarkKind, value = ''): () => void {
    return settle({ kind, value, start: block?.length ?? 0, end: 0 });
  }

  function settle(pending: PendingMark): () => void {
    running.add(pending);
    return () => {
      running.delete(pending);
      if (block === undefined) return;
      pending.end = block.length;
      block.marks.push(pending);
    };
  }

  return {
    setLabel(next) {
      label = next;
    },
    begin,
    end,
    item(sign = BULLET) {
      itemSign = sign;
    },
    isOpen: () => block !== undefined,
    text,
    lastCharacter,
    lineBreak() {
      if (row !== undefined) row.gap = true;
      else if (block?.kind === 'preformatted') addText(block, '\n');
      else if (block?.kind === 'heading' || block?.kind === 'caption') addText(block, ' ');
      else if (block !== undefined) {
        const { kind, level } = block;
        close();
        block = openBlock(kind, level, label);
        for (const pending of running) pending.start = 0;
      }
    },
    mark,
    table(work) {
      beginTable();
      work();
      endTable();
    },
    row(work) {
      beginRow();
      work();
      endRow();
    },
    cell(work) {
      beginCell();
      work();
    },
    beginTable,
    endTable,
    beginRow,
    endRow,
    beginCell,
    note(place, body) {
      const number = ++notes;
      const call: PendingMark = { kind: 'note-call', value: '', start: block?.length ?? 0, end: 0 };
      const done = settle(call);
      text(`[${number}]`);
      done();
      (place === 'end' ? atEnd : behind).push({ body, number, call });
    },
    later(body) {
      behind.push({ body, number: 0, call: undefined });
    },
    anchor(name) {
      named.push(name);
    },
    linkTo(name) {
      const pending: PendingMark = { kind: 'note-call', value: '', start: block?.length ?? 0, end: 0 };
      links.push({ mark: pending, name });
      return settle(pending);
    },
    place() {
      const place: Place = { offset: start };
      if (block !== undefined) places.push({ place, at: block.length });
      return place;
    },
    highlight: (each) => found.push(each),
    finish() {
      row = undefined;
      tables = 0;
      end();
      for (let next = atEnd.shift(); next !== undefined; next = atEnd.shift()) compose(next);
      for (const { mark: link, name } of links) link.value = noteAt(anchors.get(name));
      return { blocks: blocks.map((each) => closed(withoutIdle(each))), highlights: highlights() };
    },
  };

  function noteAt(number: number | undefined): string {
    return number !== undefined && blocks[number - 1]?.kind === 'footnote' ? String(number) : '';
  }

  function highlights(): HighlightDraft[] {
    const beginnings = new Set<number>([start]);
    let at = 0;
    for (const { length } of blocks) {
      beginnings.add(at);
      at += length + 1;
    }
    return found
      .map(({ start: from, end: to, ...rest }) => ({
        ...rest,
        // The line break before or after the words belongs to no passage.
        start: beginnings.has(from.offset + 1) && !beginnings.has(from.offset) ? from.offset + 1 : from.offset,
        end: beginnings.has(to.offset) ? to.offset - 1 : to.offset,
      }))
      .filter(({ start: from, end: to }) => from < to)
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

/** A call of a note that is not there is no call. */
function withoutIdle(block: OpenBlock): OpenBlock {
  return { ...block, marks: block.marks.filter(({ kind, value }) => kind !== 'note-call' || value !== '') };
}
