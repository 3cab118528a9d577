import type { Block, Channel, Output, Passage, Source } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { metaLine } from '../meta-line.ts';
import type { Session } from '../session.ts';
import { printedBlock } from './printed-block.ts';
import './print.css';

/** Blocks fetched at once. */
const AT_ONCE = 500;

/**
 * Puts a source on paper. The document on screen holds a few rows of it, so what is printed is a region of its own,
 * there only while the browser prints.
 */
export interface Printing {
  /**
   * Fetches the whole text, then asks the browser to print it. Does nothing while it is at work already.
   * @throws CallFailed
   */
  print(): Promise<void>;
  /** Gives up what is being fetched. */
  stop(): void;
  close(): void;
}

export interface PrintingOptions {
  readonly channel: Channel;
  readonly source: () => Source;
  readonly session: Session;
  /** Whether running titles and page numbers are read along, and so printed. */
  readonly pageLines: () => boolean;
  /** The text is long: it will take a while until it is ready to be printed. */
  readonly onLong: () => void;
}

/** Blocks from which on fetching takes so long that it is said. */
const LONG = 3000;

export function createPrinting({ channel, source, session, pageLines, onLong }: PrintingOptions): Printing {
  const { rows, pages, port } = session;
  let region: HTMLElement | null = null;
  let preparing: AbortController | null = null;
  const isRead = ({ kind }: Block) => kind !== 'header-footer' || pageLines();

  const show = (blocks: readonly Node[], isWhole: boolean) => {
    region = document.createElement('section');
    region.className = 'print-region';
    region.setAttribute('aria-hidden', 'true');
    const { title, language } = source();
    if (language !== '') region.lang = language;
    region.append(line('h1', title), line('p', metaLine(source()), 'print-meta'));
    if (!isWhole) region.append(line('p', t('print.missing'), 'print-missing'));
    region.append(...blocks);
    document.body.append(region);
  };

  const clear = () => {
    region?.remove();
    region = null;
  };

  const fetchAll = async (signal: AbortSignal): Promise<readonly Node[]> => {
    const elements: Node[] = [];
    for (let from = 1; from <= rows.blocks; from += AT_ONCE) {
      const count = Math.min(AT_ONCE, rows.blocks - from + 1);
      const answer = await channel.call('reader.blocks', { sourceId: port.sourceId, from, count }, { signal });
      elements.push(...elementsOf(answer.blocks.filter(isRead), answer));
    }
    return elements;
  };

  /** The browser prints without having been asked by us: what is at hand must do, and says so where it is not all. */
  const onBeforePrint = () => {
    if (region) return;
    const elements: Node[] = [];
    let atHand = 0;
    for (let index = 0; index < rows.blocks; index++) {
      const block = pages.block(index);
      if (block) atHand++;
      if (block && isRead(block))
        elements.push(printedBlock(block, pages.textMarksOn(index), pages.highlightsOn(index)));
    }
    show(elements, atHand === rows.blocks);
  };

  window.addEventListener('beforeprint', onBeforePrint);
  window.addEventListener('afterprint', clear);
  return {
    async print() {
      if (preparing || region) return;
      const stopping = new AbortController();
      preparing = stopping;
      if (rows.blocks > LONG) onLong();
      try {
        const elements = await fetchAll(stopping.signal);
        if (stopping.signal.aborted) return;
        show(elements, true);
        window.print();
      } finally {
        preparing = null;
      }
    },
    stop: () => preparing?.abort(),
    close() {
      preparing?.abort();
      clear();
      window.removeEventListener('beforeprint', onBeforePrint);
      window.removeEventListener('afterprint', clear);
    },
  };
}

/** Elements of some blocks, with what is marked in them. */
function elementsOf(
  blocks: readonly Block[],
  { textMarks, highlights }: Pick<Output<'reader.blocks'>, 'textMarks' | 'highlights'>,
): readonly HTMLElement[] {
  const marksOn = along(textMarks);
  const highlightsOn = along(highlights);
  return blocks.map((block) => printedBlock(block, marksOn(block), highlightsOn(block)));
}

/** Those of some passages, which come in the order of the text, that may touch a block, for one block after another. */
function along<T extends Passage>(passages: readonly T[]): (block: Block) => readonly T[] {
  let open: readonly T[] = [];
  let next = 0;
  return (block) => {
    // Counted in UTF-16 units, and so at or after the end: one more to look at does no harm.
    const end = block.start + block.text.length;
    open = open.filter((each) => each.end > block.start);
    const begun: T[] = [];
    for (let each = passages[next]; each && each.start < end; each = passages[++next]) begun.push(each);
    open = [...open, ...begun];
    return open;
  };
}

function line(name: 'h1' | 'p', words: string, className = ''): HTMLElement {
  const element = document.createElement(name);
  element.dir = 'auto';
  element.className = className;
  element.textContent = words;
  return element;
}
