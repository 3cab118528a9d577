import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { CellSelection } from 'prosemirror-tables';
import { describe, expect, test } from 'vitest';
import { type DocumentJson, type Highlight, parseDocument } from '../../../main/contract/index.ts';
import { createNoteState } from '../../../renderer/notes/editor/state.ts';
import { passagesDocument } from '../../../renderer/notes/gather.ts';
import { restOfNote, selectedPart } from '../../../renderer/notes/take-out.ts';

const nothing: Command = () => false;
const doors = { follow: nothing, link: nothing, toolbar: nothing };

const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (words: string): DocumentJson => ({ type: 'paragraph', content: words === '' ? [] : [text(words)] });
const heading = (words: string): DocumentJson => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] });
const list = (...items: string[]): DocumentJson => ({
  type: 'bullet_list',
  content: items.map((item) => ({ type: 'list_item', content: [paragraph(item)] })),
});

function stateOf(...content: DocumentJson[]): EditorState {
  return createNoteState({ type: 'doc', content }, doors);
}

function selecting(state: EditorState, from: number, to = from): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

describe('what of a note becomes a note of its own', () => {
  test('nothing where nothing is selected, or the cursor is in the first block', () => {
    expect(selectedPart(stateOf(paragraph('One')))).toBeNull();
    expect(restOfNote(stateOf(paragraph('One'), paragraph('Two')))).toBeNull();
  });

  test('words of a line, with its first words as the title', () => {
    const part = selectedPart(selecting(stateOf(paragraph('They met on Monday.')), 1, 9));
    expect(part).toMatchObject({ title: 'They met', from: 1, to: 9 });
    expect(part?.document.toString()).toBe('doc(paragraph("They met"))');
    const long = selectedPart(selecting(stateOf(paragraph('🜚'.repeat(300))), 1, 601));
    expect([...(long?.title ?? '')]).toHaveLength(81);
  });

  test('from the middle of one block to the middle of another, lists as lists', () => {
    const state = stateOf(paragraph('One'), list('two', 'three'), paragraph('Four'));
    const part = selectedPart(selecting(state, 2, 18));
    expect(part?.document.toString()).toBe(
      'doc(paragraph("ne"), bullet_list(list_item(paragraph("two")), list_item(paragraph("thr"))))',
    );
    part?.document.check();
  });

  test('the names in it are part of the title', () => {
    const mention = { type: 'entity_mention', attrs: { entityId: 'e', name: 'Ada' } };
    const state = stateOf({ type: 'paragraph', content: [text('By '), mention] });
    expect(selectedPart(selecting(state, 1, 5))).toMatchObject({ title: 'By Ada' });
  });

  test('a quotation chosen as a whole; cells of a table as their words', () => {
    const quoted = stateOf({ type: 'quotation', attrs: { text: 'They met.' } }, paragraph(''));
    const chosen = quoted.apply(quoted.tr.setSelection(NodeSelection.create(quoted.doc, 0)));
    expect(selectedPart(chosen)).toMatchObject({ title: 'They met.' });
    const row = {
      type: 'table_row',
      content: ['a', 'b'].map((each) => ({ type: 'table_cell', content: [paragraph(each)] })),
    };
    const table = stateOf({ type: 'table', content: [row] });
    const part = selectedPart(table.apply(table.tr.setSelection(CellSelection.create(table.doc, 2, 7))));
    part?.document.check();
    expect(part?.document.textContent).toBe('ab');
  });

  test('the rest of the note from the block of the cursor; a heading there is its title', () => {
    const state = stateOf(paragraph('One'), heading('Later'), paragraph('Two'), list('three'));
    const part = restOfNote(selecting(state, 8));
    expect(part).toMatchObject({ title: 'Later', from: 5, to: state.doc.content.size });
    expect(part?.document.toString()).toBe('doc(paragraph("Two"), bullet_list(list_item(paragraph("three"))))');
    expect(restOfNote(selecting(state, 20))).toMatchObject({ title: 'three', from: 17 });
    expect(restOfNote(selecting(stateOf(paragraph('One'), heading('Only')), 8))?.document.childCount).toBe(1);
  });
});

test('passages become quotations under the titles of their sources, each with its comment', () => {
  const highlight = (id: string, sourceId: string, comment = ''): Highlight => ({
    id,
    sourceId,
    start: 0,
    end: 3,
    colour: 'red',
    quote: `words of ${id}`,
    locator: '¶ 1',
    sourceTitle: `Source ${sourceId}`,
    block: 1,
    comment,
    tags: [],
    tagIds: [],
    entities: [],
    entityIds: [],
    author: '',
    createdAt: '',
    updatedAt: '',
  });
  const passages = [highlight('1', 'a', 'First.\n\nSecond.'), highlight('2', 'b'), highlight('3', 'a')];
  expect(parseDocument(passagesDocument(passages, true)).toString()).toBe(
    'doc(heading("Source a"), quotation, paragraph("First."), paragraph("Second."), quotation, heading("Source b"), quotation, paragraph)',
  );
  const alone = parseDocument(passagesDocument(passages.slice(0, 1), false));
  expect(alone.toString()).toBe('doc(quotation, paragraph("First."), paragraph("Second."), paragraph)');
  expect(alone.firstChild?.attrs).toMatchObject({
    highlightId: '1',
    text: 'words of 1',
    sourceTitle: 'Source a',
    colour: 'red',
  });
});
