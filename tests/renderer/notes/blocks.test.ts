import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { createNoteState } from '../../../renderer/notes/editor/state.ts';
import { ofBlocks } from '../../../renderer/notes/session/blocks.ts';

test('after a letter only the block it was written in is asked anew', () => {
  const nothing = () => false;
  const paragraphs = Array.from({ length: 1000 }, (_, at) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Line ${at}` }],
  }));
  const doors = { follow: nothing, link: nothing, toolbar: nothing };
  let state = createNoteState({ type: 'doc', content: paragraphs }, doors);
  const asked: Node[] = [];
  const texts = ofBlocks((block) => {
    asked.push(block);
    return block.textContent;
  });
  expect(texts(state.doc)).toHaveLength(1000);
  asked.length = 0;
  state = state.apply(state.tr.insertText('!', 7));
  expect(texts(state.doc).slice(0, 2)).toEqual(['Line 0!', 'Line 1']);
  expect(asked.map((block) => block.textContent)).toEqual(['Line 0!']);
});
