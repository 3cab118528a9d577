import type { Token } from 'markdown-it';
import type { OutlineDraft } from '../../../db/model/index.ts';
import { markdownParser, takeFrontMatter, visibleText } from '../markdown/index.ts';
import { DraftLines } from './draft.ts';

/**
 * Markdown as an outline: headings in their levels, paragraphs as texts below them, lists as lines in their depth. Where there
 * are no headings at all the lists are the outline. A first heading of the first level that is the only one is the title.
 */
export function readMarkdownOutline(text: string, name: string): OutlineDraft {
  const { matter, body } = takeFrontMatter(text);
  const tokens = markdownParser().parse(body, {});
  const levels = tokens.flatMap(({ type, tag }) => (type === 'heading_open' ? [Number(tag.slice(1))] : []));
  const tops = levels.filter((level) => level === 1).length;
  const opens = tokens[0]?.type === 'heading_open' && levels[0] === 1 && tops === 1;
  const title = opens && tokens[1] ? visibleText(tokens[1]).trim() : '';
  const lines = new DraftLines();
  addLines(lines, opens && title !== '' ? tokens.slice(3) : tokens, levels.length > 0);
  return lines.draft(matter.get('title')?.[0] || title || name);
}

function addLines(lines: DraftLines, tokens: readonly Token[], hasHeadings: boolean): void {
  /** The levels of the headings that are open. */
  const open: number[] = [];
  let heading = 0;
  let lists = 0;
  let cells: string[] | undefined;
  const add = (text: string, depth: number, kind?: 'heading' | 'text') => {
    if (text.trim() === '') lines.met('empty-lines');
    else lines.add({ depth, text, ...(kind === undefined ? {} : { kind }) });
  };

  for (const token of tokens) {
    switch (token.type) {
      case 'heading_open':
        heading = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        heading = 0;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        lists++;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists--;
        break;
      case 'tr_open':
        cells = [];
        break;
      case 'tr_close':
        add((cells ?? []).join(' | '), open.length, 'text');
        cells = undefined;
        break;
      case 'fence':
      case 'code_block':
        add(token.content.replace(/\n$/, ''), open.length + lists, 'text');
        break;
      case 'inline': {
        for (const { type } of token.children ?? []) if (type === 'image') lines.met('images');
        for (const { type } of token.children ?? []) if (type === 'link_open') lines.met('links');
        const text = visibleText(token);
        if (cells !== undefined) cells.push(text);
        else if (heading > 0 && lists === 0) {
          while ((open.at(-1) ?? 0) >= heading) open.pop();
          add(text, open.length, 'heading');
          open.push(heading);
        } else if (lists > 0) add(text, open.length + lists - 1, hasHeadings ? 'text' : undefined);
        else add(text, open.length, 'text');
        break;
      }
    }
  }
}
