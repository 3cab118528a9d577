import type { Token } from 'markdown-it';
import type { BlockDraft, BlockKind } from '../../../db/model/index.ts';
import { dropControls } from '../source/index.ts';

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

/**
 * The blocks of a parsed Markdown document with their visible text. A hard line break ends a block, as a
 * block holds none (a poem is read line by line); a soft one is a space. Rules are dropped.
 */
export function markdownBlocks(tokens: readonly Token[]): BlockDraft[] {
  const blocks: BlockDraft[] = [];
  const nesting: Container[] = [];
  let heading = 0;
  let cells: string[] | undefined;

  for (const token of tokens) {
    const container = CONTAINERS.get(token.type.replace(/_(?:open|close)$/, ''));
    if (container !== undefined) {
      if (token.nesting === 1) nesting.push(container);
      else nesting.pop();
      continue;
    }
    switch (token.type) {
      case 'heading_open':
        heading = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        heading = 0;
        break;
      case 'tr_open':
        cells = [];
        break;
      case 'tr_close':
        add(blocks, 'table-row', 0, (cells ?? []).join('\t'));
        cells = undefined;
        break;
      case 'fence':
      case 'code_block':
        add(blocks, 'preformatted', 0, token.content.replace(/\n$/, ''));
        break;
      case 'inline': {
        const text = visibleText(token);
        if (cells !== undefined) cells.push(text.replaceAll('\n', ' '));
        else addLines(blocks, text, heading, nesting);
        break;
      }
    }
  }
  return blocks;
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

function addLines(blocks: BlockDraft[], text: string, heading: number, nesting: readonly Container[]): void {
  const container = nesting.at(-1);
  const kind = heading > 0 ? 'heading' : container === undefined ? 'paragraph' : KINDS[container];
  const depth = kind === 'list-item' ? nesting.filter((outer) => outer === 'list').length : heading;
  for (const line of text.split('\n')) add(blocks, kind, depth, line);
}

function add(blocks: BlockDraft[], kind: BlockKind, level: number, raw: string): void {
  const text = dropControls(raw);
  if (/\S/.test(text)) blocks.push({ kind, text, ...(level > 0 ? { level } : {}) });
}
