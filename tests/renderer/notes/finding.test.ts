import fc from 'fast-check';
import { undo } from 'prosemirror-history';
import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { type DocumentJson, documentText } from '../../../main/contract/index.ts';
import { createNoteState } from '../../../renderer/notes/editor/state.ts';
import {
  findingOf,
  goToMatch,
  lookFor,
  replaceAllMatches,
  replaceMatch,
} from '../../../renderer/notes/find/finding.ts';

const nothing: Command = () => false;
const doors = { follow: nothing, link: nothing, toolbar: nothing };

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const paragraph = (...content: DocumentJson[]): DocumentJson => ({ type: 'paragraph', content });

function stateOf(...content: DocumentJson[]): EditorState {
  return createNoteState({ type: 'doc', content }, doors);
}

function looking(state: EditorState, words: string, how: { exact?: boolean; wholeWords?: boolean } = {}): EditorState {
  return state.apply(lookFor(state, { words, exact: false, wholeWords: false, ...how }));
}

function then(state: EditorState, tr: Transaction | null): EditorState {
  return tr ? state.apply(tr) : state;
}

const found = (state: EditorState) =>
  findingOf(state).matches.map(({ from, to }) => state.doc.textBetween(from, to, undefined, '?'));
const step = (state: EditorState, forward = true) => then(state, goToMatch(state, forward));

/** One note with the word in every kind of place. */
const meeting = () =>
  stateOf(
    paragraph(text('They MET, then '), text('met', 'strong'), { type: 'footnote', content: [text('Meet, not met.')] }),
    { type: 'quotation', attrs: { text: 'they met' } },
    { type: 'bullet_list', content: [{ type: 'list_item', content: [paragraph(text('mét again'))] }] },
  );

describe('finding in a note', () => {
  test('case and accents make no difference unless they are to; footnotes count, quotations do not', () => {
    expect(found(looking(meeting(), 'met'))).toEqual(['MET', 'met', 'met', 'mét']);
    expect(found(looking(meeting(), 'met', { exact: true }))).toEqual(['met', 'met']);
    expect(found(looking(meeting(), 'me', { wholeWords: true }))).toEqual([]);
    expect(found(looking(meeting(), ''))).toEqual([]);
  });

  test('goes round, forwards and back, from where the cursor is; a match in a footnote chooses it', () => {
    const first = step(looking(meeting(), 'met'));
    expect(first.selection).toMatchObject({ from: 6, to: 9 });
    const third = step(step(first));
    expect(findingOf(third).current).toBe(2);
    expect(third.selection).toBeInstanceOf(NodeSelection);
    expect(findingOf(step(third)).current).toBe(3);
    expect(findingOf(step(step(third))).current).toBe(0);
    expect(findingOf(step(first, false)).current).toBe(3);
    expect(findingOf(step(third, false)).current).toBe(1);
    const moved = third.apply(third.tr.setSelection(TextSelection.create(third.doc, 1)));
    expect(findingOf(step(moved)).current).toBe(0);
  });

  test('what is written meanwhile is searched, and the current match stays the current one', () => {
    const at = step(step(looking(meeting(), 'met')));
    const written = at.apply(at.tr.insertText('Met before. ', 1));
    expect(found(written)).toHaveLength(5);
    expect(findingOf(written).current).toBe(2);
  });

  test('replacing takes the form of what was there, and goes on behind it', () => {
    let state = step(step(looking(meeting(), 'met')));
    state = then(state, replaceMatch(state, 'met up'));
    expect(state.doc.firstChild?.child(1).toString()).toBe('strong("met up")');
    expect(findingOf(state).current).toBe(2);
    expect(found(state)).toHaveLength(4);
    expect(replaceMatch(looking(meeting(), 'met'), 'x')).toBeNull();
  });

  test('replacing all is one step of the undo', () => {
    const before = looking(meeting(), 'met');
    let state = before.apply(replaceAllMatches(before, 'saw'));
    expect(documentText(state.doc)).toBe('They saw, then saw\nthey met\nsaw again\nMeet, not saw.');
    undo(state, (tr) => {
      state = state.apply(tr);
    });
    expect(state.doc.eq(before.doc)).toBe(true);
  });

  test('any words in place of any others: those are gone, the rest stays', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '🜚'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), words, words, (lines, wanted, other) => {
        const state = stateOf(...lines.map((line) => paragraph(...(line === '' ? [] : [text(line)]))));
        const exact = looking(state, wanted, { exact: true });
        const after = exact.apply(replaceAllMatches(exact, other));
        const expected = wanted === '' ? lines : lines.map((line) => line.replaceAll(wanted, () => other));
        expect(documentText(after.doc).split('\n')).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
