import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { CellSelection } from 'prosemirror-tables';
import { describe, expect, test } from 'vitest';
import { type DocumentJson, documentSchema, type Highlight, parseDocument } from '../../../main/contract/index.ts';
import { createNoteState } from '../../../renderer/notes/editor/state.ts';
import { passagesDocument } from '../../../renderer/notes/passages-document.ts';
import { leaveLink, restOfNote, selectedPart } from '../../../renderer/notes/take-out.ts';

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

/** Where the cells of its table begin. */
function cellsOf({ doc }: EditorState): number[] {
  const places: number[] = [];
  doc.descendants((node, pos) => void (node.type.name === 'table_cell' && places.push(pos)));
  return places;
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
    expect(part).toMatchObject({ title: 'They met', stretches: [{ from: 1, to: 9 }] });
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

  test('a quotation chosen as a whole', () => {
    const quoted = stateOf({ type: 'quotation', attrs: { text: 'They met.' } }, paragraph(''));
    const chosen = quoted.apply(quoted.tr.setSelection(NodeSelection.create(quoted.doc, 0)));
    expect(selectedPart(chosen)).toMatchObject({ title: 'They met.' });
  });

  test('chosen cells of a table are a table, and go from all their places; the table keeps its form', () => {
    const row = (...words: string[]): DocumentJson => ({
      type: 'table_row',
      content: words.map((each) => ({ type: 'table_cell', content: [paragraph(each)] })),
    });
    const table = stateOf({ type: 'table', content: [row('a', 'b'), row('c', 'd'), row('e', 'f')] }, paragraph(''));
    const cells = cellsOf(table);
    const choosing = (from: number, to: number) =>
      table.apply(table.tr.setSelection(CellSelection.create(table.doc, cells[from] ?? 0, cells[to] ?? 0)));
    const take = (state: EditorState) => {
      const part = selectedPart(state);
      part?.document.check();
      const link = documentSchema.nodes.note_link.create({ title: 'New' });
      const left = leaveLink(state.tr, part?.stretches ?? [], link, true).doc;
      left.check();
      return [part?.document, left].map((doc) => String(doc).replaceAll(/table_(row|cell)|paragraph|"/g, ''));
    };
    expect(take(choosing(1, 3))).toEqual([
      'doc(table((((b))), (((d)))))',
      'doc(table((((a)), ((note_link))), (((c)), ()), (((e)), ((f)))), )',
    ]);
    expect(take(choosing(0, 5))).toEqual([
      'doc(table((((a)), ((b))), (((c)), ((d))), (((e)), ((f)))))',
      'doc((note_link), )',
    ]);
    expect(selectedPart(choosing(2, 3))).toMatchObject({ title: 'c d' });
  });

  test('the rest of the note from the block of the cursor; a heading there is its title', () => {
    const state = stateOf(paragraph('One'), heading('Later'), paragraph('Two'), list('three'));
    const part = restOfNote(selecting(state, 8));
    expect(part).toMatchObject({ title: 'Later', stretches: [{ from: 5, to: state.doc.content.size }] });
    expect(part?.document.toString()).toBe('doc(paragraph("Two"), bullet_list(list_item(paragraph("three"))))');
    expect(restOfNote(selecting(state, 20))).toMatchObject({ title: 'three', stretches: [{ from: 17 }] });
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
