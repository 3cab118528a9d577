import { Fragment, Slice } from 'prosemirror-model';
import { type Command, EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import {
  type DocumentJson,
  documentSchema,
  documentText,
  type Entity,
  parseDocument,
} from '../../../main/contract/index.ts';
import { insertFootnote, withinFootnote, wordsBefore, wordsOnly } from '../../../renderer/notes/editor/footnotes.ts';
import { insertEntity } from '../../../renderer/notes/editor/insert.ts';
import { nodes } from '../../../renderer/notes/editor/nodes.ts';
import { createNoteState } from '../../../renderer/notes/editor/state.ts';
import { suggestionOf, writingInFootnote } from '../../../renderer/notes/editor/suggestion.ts';

const nothing: Command = () => false;
const doors = { follow: nothing, link: nothing, toolbar: nothing };

const text = (words: string) => ({ type: 'text', text: words });
const footnote = (words: string) => ({ type: 'footnote', content: [text(words)] });

function stateOf(...content: DocumentJson[]): EditorState {
  const state = createNoteState({ type: 'doc', content: [{ type: 'paragraph', content }] }, doors);
  return state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
}

describe('footnotes of a note', () => {
  test('one is put behind the selection and chosen, and its words come after the text', () => {
    const before = stateOf(text('They met.'));
    let state = before.apply(before.tr.setSelection(TextSelection.create(before.doc, 1, 5)));
    insertFootnote(state, (tr) => {
      state = state.apply(tr);
    });
    expect(state.doc.toString()).toBe('doc(paragraph("They", footnote, " met."))');
    expect(state.selection).toBeInstanceOf(NodeSelection);
    state = state.apply(state.tr.insertText('On Mondays', 6));
    expect(documentText(state.doc)).toBe('They met.\nOn Mondays');
  });

  test('none where there are no words: in preformatted text, around a quotation', () => {
    const code = createNoteState({ type: 'doc', content: [{ type: 'code_block', content: [text('x')] }] }, doors);
    expect(insertFootnote(code)).toBe(false);
    const quoted = createNoteState({ type: 'doc', content: [{ type: 'quotation' }] }, doors);
    expect(insertFootnote(quoted.apply(quoted.tr.setSelection(NodeSelection.create(quoted.doc, 0))))).toBe(false);
  });

  test('a footnote holds no other, nor a block', () => {
    const nested = { type: 'footnote', content: [footnote('deeper')] };
    const blocks = { type: 'footnote', content: [{ type: 'paragraph' }] };
    for (const wrong of [nested, blocks]) {
      const document = { type: 'doc', content: [{ type: 'paragraph', content: [wrong] }] };
      expect(() => parseDocument(document)).toThrow(RangeError);
    }
  });

  test('what is begun behind one is found where it is', () => {
    const state = stateOf(text('One'), footnote('(@not this)'), text(' and '));
    const begun = state.apply(state.tr.insertText('@Lev'));
    expect(wordsBefore(begun.selection.$from)).toHaveLength(begun.selection.$from.parentOffset);
    const { from, to } = suggestionOf(begun) ?? { from: 0, to: 0 };
    expect(begun.doc.textBetween(from, to)).toBe('@Lev');
  });

  test('in one an entity and a link to a note are begun and put in; nothing that is a block', () => {
    const writing = (words: string) => {
      const state = stateOf(text('One'), footnote('As '), text('.'));
      const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 4)));
      const at = 8 + words.length;
      return chosen.apply(writingInFootnote(chosen.tr.insertText(words, 8), at));
    };
    for (const words of ['>x', '/x', 'a@b']) expect(suggestionOf(writing(words)), words).toBeNull();
    expect(suggestionOf(writing('[[Le'))).toMatchObject({ kind: 'note', query: 'Le', from: 8, to: 12 });
    const begun = writing('@Lev');
    const open = suggestionOf(begun);
    expect(open).toMatchObject({ kind: 'entity', query: 'Lev' });
    const lev = { id: 'e', name: 'Lev', type: 'person' } as Entity;
    const taken = begun.apply(insertEntity(begun, lev, open ?? { from: 0, to: 0 }));
    expect(taken.doc.toString()).toBe('doc(paragraph("One", footnote("As ", entity_mention, " "), "."))');
    expect(taken.selection).toMatchObject({ from: 4, node: { type: { name: 'footnote' } } });
    expect(suggestionOf(taken)).toBeNull();
    // A selection in it is no place to write at.
    expect(suggestionOf(begun.apply(writingInFootnote(begun.tr, null)))).toBeNull();
  });

  test('keys stay within one: to its ends, and deleting there; an empty one is taken out', () => {
    let removed = 0;
    const keys = withinFootnote(() => removed++);
    const inside = (words: string, head: number) => {
      const doc = nodes.footnote.create(null, words === '' ? [] : documentSchema.text(words));
      return EditorState.create({ doc, selection: TextSelection.create(doc, head) });
    };
    const pressed = (state: EditorState, key: string) => {
      let next = state;
      const used = keys[key]?.(state, (tr) => {
        next = state.apply(tr);
      });
      return { used, anchor: next.selection.anchor, head: next.selection.head };
    };
    expect(pressed(inside('four', 1), 'Mod-End')).toEqual({ used: true, anchor: 4, head: 4 });
    expect(pressed(inside('four', 1), 'Shift-Mod-Home')).toEqual({ used: true, anchor: 1, head: 0 });
    expect(pressed(inside('four', 1), 'Backspace').used).toBe(false);
    expect(pressed(inside('four', 0), 'Mod-Backspace').used).toBe(true);
    expect(pressed(inside('four', 4), 'Delete').used).toBe(true);
    expect(pressed(inside('four', 3), 'Delete').used).toBe(false);
    expect(removed).toBe(0);
    expect(pressed(inside('', 0), 'Backspace').used).toBe(true);
    expect(removed).toBe(1);
  });

  test('what is pasted into one comes as words in lines', () => {
    const { doc } = stateOf(text('One'), footnote('inside'), text(' two'));
    const list = nodes.bullet_list.create(null, nodes.list_item.create(null, doc.firstChild));
    const slice = wordsOnly(
      new Slice(Fragment.from([nodes.horizontal_rule.create(), list, nodes.paragraph.create()]), 0, 0),
    );
    expect(slice.content.toString()).toBe('<"Oneinside two", hard_break>');
    expect(() => nodes.footnote.create(null, slice.content).check()).not.toThrow();
  });
});
