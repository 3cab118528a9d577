import { type Command, NodeSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { createNoteState } from '../../../renderer/notes/editor/state.ts';
import { chosenKey, previewedOf } from '../../../renderer/notes/preview/previewed.ts';

const nothing: Command = () => false;

test.each([
  [
    { type: 'entity_mention', attrs: { entityId: 'e1', name: 'Ada' } },
    { kind: 'entity', id: 'e1' },
  ],
  [
    { type: 'note_link', attrs: { noteId: 'n1', title: 'N' } },
    { kind: 'note', id: 'n1' },
  ],
  [{ type: 'footnote' }, null],
  [{ type: 'note_link' }, null],
] as const)('what is chosen in the text is what is previewed: %o', (node, previewed) => {
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [node] }] };
  const state = createNoteState(document, { follow: nothing, link: nothing, toolbar: nothing });
  expect(chosenKey(state)).toBe('');
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 1)));
  expect(previewedOf(chosenKey(chosen))).toEqual(previewed);
});
