import { parseFragment } from 'parse5';
import { SaxesParser } from 'saxes';
import type { OutlineDraft } from '../../../db/model/index.ts';
import { DraftLines } from './draft.ts';

/**
 * OPML 1 and 2 (http://opml.org/spec2.opml) as an outline: the words of each line, its `_note`, and whether it is ticked off.
 * Nothing is fetched: an inclusion is left out, and entities that the file declares are never expanded. What is not
 * well-formed is counted and read on from, so that one broken line does not cost the others.
 * @returns undefined where it is no OPML, or has no line
 */
export function readOpml(text: string, name: string): OutlineDraft | undefined {
  const lines = new DraftLines();
  const parser = new SaxesParser();
  let depth = 0;
  let isOpml = false;
  let isTitle = false;
  let title = '';

  parser.on('error', ({ message }) => lines.met(/undefined entity/.test(message) ? 'unknown-entities' : 'broken'));
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (tag === 'opml') isOpml = true;
    isTitle = tag === 'title' && depth === 0;
    if (tag !== 'outline') return;
    addLine(lines, depth, attributes);
    depth++;
  });
  parser.on('closetag', ({ name: tag }) => {
    isTitle = false;
    if (tag === 'outline') depth = Math.max(0, depth - 1);
  });
  parser.on('text', (words) => {
    if (isTitle) title += words;
  });
  parser.write(text).close();

  const draft = lines.draft(title.trim() || name);
  return isOpml && draft.items.length > 0 ? draft : undefined;
}

function addLine(lines: DraftLines, depth: number, attributes: Readonly<Record<string, string>>): void {
  const type = attributes['type'] ?? '';
  if (type === 'include') {
    lines.met('includes');
    return;
  }
  if (attributes['url'] || attributes['xmlUrl'] || attributes['htmlUrl']) lines.met('links');
  const text = plainWords(attributes['text'] ?? attributes['title'] ?? '');
  const note = plainWords(attributes['_note'] ?? '');
  const isDone = [attributes['_status'], attributes['_complete'], attributes['complete']].some((each) =>
    /^(?:checked|true)$/i.test(each ?? ''),
  );
  lines.add({
    depth,
    text,
    note,
    ...(isDone ? { status: 'done' } : {}),
    ...(type === 'quotation' ? { kind: 'text' } : {}),
  });
}

/** Some outliners write HTML into the attribute; only its text is wanted. */
function plainWords(words: string): string {
  if (!/<\/?[a-z][^>]*>/i.test(words)) return words;
  const texts: string[] = [];
  const waiting = parseFragment(words.replaceAll(/<br\s*\/?>/gi, '\n')).childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) texts.push(node.value);
    else if ('tagName' in node && !/^(?:script|style|template)$/.test(node.tagName))
      waiting.push(...node.childNodes.toReversed());
  }
  return texts.join('');
}
