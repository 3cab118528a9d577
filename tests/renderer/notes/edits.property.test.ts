import fc from 'fast-check';
import { redo, undo } from 'prosemirror-history';
import { Slice } from 'prosemirror-model';
import { type Command, type EditorState, NodeSelection, Selection, TextSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { type DocumentJson, EMPTY_DOCUMENT, parseDocument } from '../../../main/contract/index.ts';
import { FORMAT_IDS, FORMATS } from '../../../renderer/notes/editor/formats.ts';
import { insertImages } from '../../../renderer/notes/editor/insert.ts';
import { splitItem, toggleTask } from '../../../renderer/notes/editor/lists.ts';
import { nodes } from '../../../renderer/notes/editor/nodes.ts';
import { cleanSlice, plainTextSlice } from '../../../renderer/notes/editor/paste.ts';
import { createNoteState } from '../../../renderer/notes/editor/state.ts';
import { lookFor, replaceAllMatches } from '../../../renderer/notes/find/finding.ts';
import { jsonOf, wordsOf } from '../../../renderer/notes/session/blocks.ts';
import { startApp } from '../../main/app/desk.ts';

const nothing: Command = () => false;
const doors = { follow: nothing, link: nothing, toolbar: nothing };

/** One thing done to a note; numbers choose places by their share of the text. */
type Edit = (state: EditorState) => EditorState;

function did(command: Command): Edit {
  return (state) => {
    let next = state;
    command(state, (tr) => {
      next = next.apply(tr);
    });
    return next;
  };
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('# ', '- ', '> ', '**a** ', '[ ] ', '---', 'שלום', 'თბილისი', '🜚'),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const at = ({ doc }: EditorState, part: number) => doc.resolve(Math.floor(part * doc.content.size));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: words.map(
      (text): Edit =>
        (state) =>
          text === '' ? state : state.apply(state.tr.insertText(text)),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(share, share).map(
      ([from, to]): Edit =>
        (state) => {
          const selection = TextSelection.between(at(state, from), at(state, to));
          return state.apply(state.tr.setSelection(selection));
        },
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(...FORMAT_IDS).map((id) => did(FORMATS[id].command)) },
  { weight: 2, arbitrary: fc.constantFrom(did(splitItem), did(toggleTask), did(undo), did(redo)) },
  fc.constant<Edit>((state) => state.apply(state.tr.deleteSelection())),
  share.map(
    (part): Edit =>
      (state) => {
        const near = Selection.near(at(state, part));
        const { nodeAfter } = near.$from;
        if (!nodeAfter || !NodeSelection.isSelectable(nodeAfter)) return state;
        return state.apply(state.tr.setSelection(NodeSelection.create(state.doc, near.from)));
      },
  ),
  words.map(
    (text): Edit =>
      (state) => {
        const quotation = nodes.quotation.create({ highlightId: 'h', text, sourceTitle: 'S', locator: '¶ 1' });
        return state.apply(state.tr.replaceSelectionWith(quotation));
      },
  ),
  fc.tuple(words, share, share, fc.integer({ min: 1, max: 3 })).map(
    ([alternative, one, two, count]): Edit =>
      (state) => {
        const images = Array.from({ length: count }, () => nodes.image.create({ sha256: 'a', alternative }));
        const [from, to] = [at(state, Math.min(one, two)).pos, at(state, Math.max(one, two)).pos];
        return state.apply(insertImages(state, images, { from, to }));
      },
  ),
  words.map(
    (name): Edit =>
      (state) => {
        return state.apply(state.tr.replaceSelectionWith(nodes.entity_mention.create({ entityId: 'e', name })));
      },
  ),
  fc.tuple(words, words).map(
    ([one, two]): Edit =>
      (state) => {
        return state.apply(state.tr.replaceSelection(cleanSlice(plainTextSlice(`${one}\n${two}`))));
      },
  ),
  fc.tuple(share, share).map(
    ([from, to]): Edit =>
      (state) => {
        const [first, last] = from < to ? [from, to] : [to, from];
        const { content, openStart, openEnd } = state.doc.slice(at(state, first).pos, at(state, last).pos);
        return state.apply(state.tr.replaceSelection(cleanSlice(new Slice(content, openStart, openEnd))));
      },
  ),
  fc.tuple(words, words).map(
    ([wanted, other]): Edit =>
      (state) => {
        const looking = state.apply(lookFor(state, { words: wanted, exact: false, wholeWords: false }));
        return looking.apply(replaceAllMatches(looking, other));
      },
  ),
);

test('whatever is done to a note, it stays one of the schema, and is saved and opened again the same', async () => {
  const { call } = await startApp();
  const { id } = await call('notes.create', { title: 'Any' });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 25 }), async (edits) => {
      const state = edits.reduce<EditorState>((now, each) => each(now), createNoteState(EMPTY_DOCUMENT, doors));
      const json: DocumentJson = jsonOf(state.doc);
      expect(json).toEqual(state.doc.toJSON());
      await call('notes.update', { id, document: json });
      const opened = await call('notes.get', { id });
      expect(parseDocument(opened.document).eq(state.doc)).toBe(true);
      expect(opened.words).toBe(wordsOf(state.doc));
    }),
    { numRuns: 100 },
  );
});
