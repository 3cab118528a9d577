import { codePointLength } from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { tagsOf, tagWith } from '../deeds.ts';
import { currentTarget, placeOf, type Target } from '../target.ts';
import { textPort } from '../text-port.ts';
import { activeTag } from './active-tag.ts';

/**
 * Gives the words selected the active tag, and lets go of them, so that reading goes on after them. False where no tag
 * is active or no words are selected.
 */
export function tagSelection(client: Client): boolean {
  const { tag } = activeTag.get();
  const { port } = textPort.get();
  const target = currentTarget();
  if (!tag || !port || !target || port.caret() !== null) return false;
  const { tagIds, tags } = tagsOf(target);
  if (!tagIds.includes(tag.id)) {
    const choice = { tagIds: [...tagIds, tag.id], names: [...tags, tag.name] };
    void tagWith(client, withoutSpaces(target), choice, tag.colour).then((stored) => {
      if (stored) activeTag.set((now) => (now.tag?.id === tag.id ? { given: now.given + 1 } : {}));
    });
  }
  port.passOver(placeOf(target).end);
  return true;
}

/** Keys take the space before a word along; nobody means it. */
function withoutSpaces(target: Target): Target {
  if (target.kind === 'highlight') return target;
  const { start, end, quote } = target.passage;
  const words = quote.trim();
  if (words === '') return target;
  const from = start + codePointLength(quote) - codePointLength(quote.trimStart());
  const to = end - codePointLength(quote) + codePointLength(quote.trimEnd());
  return { kind: 'passage', passage: { ...target.passage, start: from, end: to, quote: words } };
}
