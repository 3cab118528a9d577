import type { Token } from 'markdown-it';
import type { BlockDraft, BlockKind, MarkKind } from '../../../db/model/index.ts';
import { type Composer, createComposer } from '../composer/index.ts';
import { safeLink } from '../summary/index.ts';

/** Where in the nesting a paragraph stands: the innermost container gives its kind. */
type Container = 'list' | 'quote' | 'footnote';

const CONTAINERS: ReadonlyMap<string, Container> = new Map([
  ['bullet_list', 'list'],
  ['ordered_list', 'list'],
  ['blockquote', 'quote'],
  ['footnote', 'footnote'],
]);

const KINDS: Readonly<Record<Container, BlockKind>> = {
  list: 'list-item',
  quote: 'quote',
  footnote: 'footnote',
};

const MARKS: ReadonlyMap<string, MarkKind> = new Map([
  ['em', 'em'],
  ['strong', 'strong'],
  ['s', 'strike'],
]);
/** The call of a footnote. */
const CALL = /(\[\^[^\]\s]+\])/;

/**
 * The blocks of a parsed Markdown document with their visible text and what was marked in it. A hard line break ends a block, as a
 * block holds none (a poem is read line by line); a soft one is a space. Rules are dropped. The call of a footnote stands as it was
 * written, and leads to its note.
 */
export function markdownBlocks(tokens: readonly Token[]): readonly BlockDraft[] {
  const composer = createComposer('keep');
  const nesting: Container[] = [];
  /** The numbers of the next items of the lists one is in; undefined for lists with bullets. */
  const counters: (number | undefined)[] = [];
  let heading = 0;
  let inRow = false;

  for (const token of tokens) {
    const container = CONTAINERS.get(token.type.replace(/_(?:open|close)$/, ''));
    if (container !== undefined) {
      if (token.nesting === 1) nesting.push(container);
      else nesting.pop();
      if (token.type === 'ordered_list_open') counters.push(Number(token.attrGet('start') ?? 1));
      else if (token.type === 'bullet_list_open') counters.push(undefined);
      else if (container === 'list' && token.nesting === -1) counters.pop();
      if (token.type === 'footnote_open') composer.anchor(nameOf(String(token.meta?.['label'])));
      continue;
    }
    switch (token.type) {
      case 'list_item_open': {
        const number = counters.pop();
        composer.item(number === undefined ? undefined : `${number}${token.markup}`);
        counters.push(number === undefined ? undefined : number + 1);
        break;
      }
      case 'list_item_close':
        composer.item('');
        break;
      case 'heading_open':
        heading = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        heading = 0;
        break;
      case 'tr_open':
        composer.beginRow();
        inRow = true;
        break;
      case 'tr_close':
        composer.endRow();
        inRow = false;
        break;
      case 'th_open':
      case 'td_open':
        composer.beginCell();
        break;
      case 'fence':
      case 'code_block':
        composer.begin('preformatted');
        composer.text(token.content.replace(/\n$/, ''));
        composer.end();
        break;
      case 'inline':
        if (!inRow) beginBlock(composer, heading, nesting);
        inline(composer, token);
        if (!inRow) composer.end();
        break;
    }
  }
  return composer.finish().blocks;
}

function beginBlock(composer: Composer, heading: number, nesting: readonly Container[]): void {
  const container = nesting.at(-1);
  const kind = heading > 0 ? 'heading' : container === undefined ? 'paragraph' : KINDS[container];
  composer.begin(kind, kind === 'list-item' ? nesting.filter((outer) => outer === 'list').length : heading);
}

function inline(composer: Composer, { children }: Token): void {
  const open: (() => void)[] = [];
  for (const token of children ?? []) {
    const mark = MARKS.get(token.tag);
    if (token.nesting === -1) open.pop()?.();
    else if (token.type === 'link_open') {
      const address = safeLink(String(token.attrGet('href') ?? ''));
      open.push(address === undefined ? () => {} : composer.mark('link', address));
    } else if (token.nesting === 1) open.push(mark === undefined ? () => {} : composer.mark(mark));
    else if (token.type === 'hardbreak') composer.lineBreak();
    else if (token.type === 'code_inline') {
      const end = composer.mark('code');
      composer.text(token.content);
      end();
    } else if (token.type === 'text') words(composer, token.content);
    else composer.text(visiblePart(token));
  }
}

function words(composer: Composer, text: string): void {
  for (const part of text.split(CALL)) {
    if (!CALL.test(part)) composer.text(part);
    else {
      const end = composer.linkTo(nameOf(part.slice(2, -1)));
      composer.text(part);
      end();
    }
  }
}

/** Labels differ by more than case (CommonMark 0.31, “matches”). */
function nameOf(label: string): string {
  return label.toLowerCase();
}

/** The text a reader sees: marks, link targets and line ends of the source are gone; `\n` is a hard break. */
export function visibleText(inline: Token): string {
  return (inline.children ?? []).map(visiblePart).join('');
}

function visiblePart(token: Token): string {
  switch (token.type) {
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return '\n';
    case 'image':
      return visibleText(token);
    default:
      return token.content;
  }
}
