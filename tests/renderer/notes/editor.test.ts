import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { type DocumentJson, documentSchema, EMPTY_DOCUMENT } from '../../../main/contract/index.ts';
import { copiedText } from '../../../renderer/notes/editor/copied-text.ts';
import { activeFormats, FORMATS } from '../../../renderer/notes/editor/formats.ts';
import { insertImages } from '../../../renderer/notes/editor/insert.ts';
import { safeAddress } from '../../../renderer/notes/editor/links.ts';
import { splitItem, toggleTask } from '../../../renderer/notes/editor/lists.ts';
import { looksLikeMarkdown } from '../../../renderer/notes/editor/markdown-paste.ts';
import { cleanSlice, plainTextSlice } from '../../../renderer/notes/editor/paste.ts';
import { createNoteState } from '../../../renderer/notes/editor/state.ts';
import {
  dismissSuggestion,
  resumeSuggestion,
  suggestionOf,
  takeWhenKnown,
} from '../../../renderer/notes/editor/suggestion.ts';

const nothing: Command = () => false;
const doors = { follow: nothing, link: nothing, toolbar: nothing };

function note(...lines: string[]): EditorState {
  const content = lines.map((text) => ({ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }));
  return cursorAtEnd(createNoteState(lines.length === 0 ? EMPTY_DOCUMENT : { type: 'doc', content }, doors));
}

function cursorAtEnd(state: EditorState): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
}

function did(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
}

function typed(state: EditorState, text: string): EditorState {
  return state.apply(state.tr.insertText(text));
}

const written = (state: EditorState) => state.doc.toString();

describe('forms of the text', () => {
  test('a paragraph becomes a heading and back', () => {
    const heading = did(note('Title'), FORMATS.heading2.command);
    expect(written(heading)).toBe('doc(heading("Title"))');
    expect(activeFormats(heading)).toBe('heading2');
    expect(activeFormats(did(heading, FORMATS.paragraph.command))).toBe('paragraph');
  });

  test('lists turn into one another and back into paragraphs', () => {
    const bullets = did(note('one'), FORMATS.bulletList.command);
    expect(written(bullets)).toBe('doc(bullet_list(list_item(paragraph("one"))))');
    const tasks = did(bullets, FORMATS.taskList.command);
    expect(activeFormats(tasks)).toContain('taskList');
    const numbers = did(tasks, FORMATS.orderedList.command);
    expect(written(numbers)).toBe('doc(ordered_list(list_item(paragraph("one"))))');
    expect(numbers.doc.firstChild?.firstChild?.attrs.checked).toBeNull();
    expect(written(did(numbers, FORMATS.orderedList.command))).toBe('doc(paragraph("one"))');
  });

  test('a paragraph becomes a task, a ticked task is followed by an open one', () => {
    const task = did(note('one'), FORMATS.taskList.command);
    const ticked = did(task, toggleTask);
    expect(ticked.doc.firstChild?.firstChild?.attrs.checked).toBe(true);
    const two = did(ticked, splitItem);
    expect(two.doc.firstChild?.childCount).toBe(2);
    expect(two.doc.firstChild?.lastChild?.attrs.checked).toBe(false);
  });

  test('a table is put in with a row of headings and the cursor in its first cell', () => {
    const table = did(note('before'), FORMATS.insertTable.command);
    expect(table.doc.childCount).toBe(2);
    expect(table.doc.lastChild?.firstChild?.firstChild?.type.name).toBe('table_header');
    expect(table.selection.$from.node(3).type.name).toBe('table_header');
    expect(did(table, FORMATS.addRow.command).doc.lastChild?.childCount).toBe(4);
    expect(did(table, FORMATS.deleteTable.command).doc.childCount).toBe(1);
  });

  test('a table goes into an empty note and into a quote', () => {
    expect(did(note(), FORMATS.insertTable.command).doc.firstChild?.type.name).toBe('table');
    const quoted = did(did(note('x'), FORMATS.quote.command), FORMATS.insertTable.command);
    quoted.doc.check();
    expect(quoted.doc.firstChild?.lastChild?.type.name).toBe('table');
  });
});

describe('suggestions', () => {
  test.each([
    ['@', 'entity', ''],
    ['said @Lev Tro', 'entity', 'Lev Tro'],
    ['(@Иосиф', 'entity', 'Иосиф'],
    ['see [[Numbers: who', 'note', 'Numbers: who'],
    ['>', 'quotation', ''],
    ['>triumvirat', 'quotation', 'triumvirat'],
  ])('%s opens one of kind %s', (text, kind, query) => {
    expect(suggestionOf(typed(note(''), text))).toMatchObject({ kind, query, to: 1 + text.length });
  });

  test.each(['name@example', 'a > b', '> ', '@ x', 'done]]', '@one two three four five six'])(
    '%s opens none',
    (text) => {
      expect(suggestionOf(typed(note(''), text))).toBeNull();
    },
  );

  test('one waved away stays closed while its words grow, and a new sign opens a new one', () => {
    const open = typed(note(''), '@Le');
    const closed = open.apply(dismissSuggestion(open));
    expect(suggestionOf(closed)).toBeNull();
    expect(suggestionOf(typed(closed, 'v'))).toBeNull();
    expect(suggestionOf(typed(typed(closed, ' and others, '), '@'))?.query).toBe('');
  });

  test('moving the cursor to old words opens nothing', () => {
    const old = note('mail @somebody', '');
    expect(suggestionOf(old.apply(old.tr.setSelection(TextSelection.create(old.doc, 14))))).toBeNull();
  });

  test('one that is due stays at its words while writing goes on behind, before and below', () => {
    const open = typed(note('They met '), '@Lev');
    const due = open.apply(takeWhenKnown(open, 'Enter'));
    const behind = typed(due, ' and @Ada');
    expect(suggestionOf(behind)).toEqual({ kind: 'entity', query: 'Lev', from: 10, to: 14, due: 'Enter' });
    const before = behind.apply(behind.tr.insertText('As said: ', 1));
    expect(suggestionOf(before)).toMatchObject({ from: 19, to: 23, due: 'Enter' });
    const resumed = before.apply(resumeSuggestion(before));
    expect(suggestionOf(resumed)).toMatchObject({ query: 'Ada', due: null });
    const changed = before.apply(before.tr.insertText('o', 21, 22));
    expect(suggestionOf(changed)).toMatchObject({ query: 'Ada', due: null });
    expect(suggestionOf(before.apply(before.tr.delete(1, before.doc.content.size - 1)))).toBeNull();
  });
});

test('what is copied as plain text has every word, and quotations have their source', () => {
  const paragraph = (...content: DocumentJson[]): DocumentJson => ({ type: 'paragraph', content });
  const text = (words: string) => ({ type: 'text', text: words });
  const doc: DocumentJson = {
    type: 'doc',
    content: [
      paragraph(
        text('They met, says '),
        { type: 'entity_mention', attrs: { entityId: 'e', name: 'Ada' } },
        { type: 'footnote', content: [text('On Mondays.')] },
        text(', as in '),
        { type: 'note_link', attrs: { noteId: 'n', title: 'Rooms' } },
      ),
      { type: 'quotation', attrs: { highlightId: 'h', text: 'a\nb', sourceTitle: 'Reading Room', locator: '¶ 2' } },
      {
        type: 'ordered_list',
        attrs: { order: 3 },
        content: [
          { type: 'list_item', attrs: { checked: null }, content: [paragraph(text('three'))] },
          { type: 'list_item', attrs: { checked: true }, content: [paragraph(text('four')), paragraph(text('more'))] },
        ],
      },
      {
        type: 'table',
        content: [
          {
            type: 'table_row',
            content: ['Year', 'Place'].map((word) => ({ type: 'table_header', content: [paragraph(text(word))] })),
          },
        ],
      },
      { type: 'image', attrs: { sha256: 's', alternative: 'A map' } },
    ],
  };
  const { doc: document } = createNoteState(doc, doors);
  expect(copiedText(document.slice(0, document.content.size))).toBe(
    'They met, says Ada[1], as in Rooms\n\na\nb\n— Reading Room, ¶ 2\n\n3. three\n4. [x] four\n  more\n\nYear\tPlace\n\nA map\n\n[1] On Mondays.',
  );
  // Words of one item, and of one line, without what they stand in.
  let at = 0;
  document.descendants((node, pos) => {
    if (node.isText && node.text === 'three') at = pos;
  });
  expect(copiedText(document.slice(at, at + 3, true))).toBe('thr');
  expect(copiedText(document.slice(1, 5))).toBe('They');
});

describe('what is pasted', () => {
  test('plain text becomes a paragraph a line', () => {
    expect(plainTextSlice('one\r\n\r\ntwo').content.childCount).toBe(2);
    expect(plainTextSlice(' one line ').content.firstChild?.textContent).toBe(' one line ');
    const blank = note('x');
    expect(written(blank.apply(blank.tr.replaceSelection(plainTextSlice('\n \n'))))).toBe('doc(paragraph("x"))');
  });

  test.each([
    '# Heading\n\nText',
    'One\n- two\n- three',
    'One\n1. two\n2. three',
    'Some **bold** words',
    'See [there](https://example.org/)',
    'They met.[^1]\n\n[^1]: On Mondays.',
    '| a | b |\n|---|---|\n| 1 | 2 |',
  ])('%j is Markdown', (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  test.each([
    '1. May 1923',
    '25. oktober 1917 ble palasset stormet.\n1. desember kom svaret.',
    '- and then',
    'a * b * c',
    '5 > 3\nand 2 < 4',
    '#hashtag\nline',
    'arr[0](x)',
    'snake_case_name',
  ])('%j may be anything and stays as it is', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });

  test.each(['[^', '[', '** a', '`'])('a long text of nothing but %j is judged to its end', (sign) => {
    expect(looksLikeMarkdown(`${sign.repeat(100_000)}\n`)).toBe(false);
  });

  test('links keep addresses of pages and letters only', () => {
    const link = (href: string) => documentSchema.text(href, [documentSchema.marks.link.create({ href })]);
    const doc = documentSchema.nodes.doc.create(null, [
      documentSchema.nodes.paragraph.create(null, [link('javascript:alert(1)'), link('https://lectern.test/a')]),
    ]);
    const kept = cleanSlice(doc.slice(0)).content.firstChild;
    expect(kept?.firstChild?.marks).toEqual([]);
    expect(kept?.lastChild?.marks[0]?.attrs.href).toBe('https://lectern.test/a');
  });

  test.each([
    ['lectern.test/a', 'https://lectern.test/a'],
    ['a@b.no', 'mailto:a@b.no'],
    [' http://x.no ', 'http://x.no/'],
    ['JavaScript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['two words', null],
    ['word', null],
  ])('%s is the address %s', (typedIn, address) => {
    expect(safeAddress(typedIn)).toBe(address);
  });
});

test('a quotation can be chosen as a whole', () => {
  const doc = {
    type: 'doc',
    content: [{ type: 'quotation', attrs: { highlightId: 'h', text: 'words' } }, { type: 'paragraph' }],
  };
  const state = createNoteState(doc, doors);
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 0)));
  expect(chosen.selection instanceof NodeSelection && chosen.selection.node.attrs.text).toBe('words');
});

describe('images', () => {
  const image = (sha256: string) => documentSchema.nodes.image.create({ sha256 });
  const names = (state: EditorState) =>
    state.doc.children.map((node) => (node.type.name === 'image' ? String(node.attrs.sha256) : node.textContent));

  test('are put in one after the other, and writing goes on in the words behind them', () => {
    const before = note('one two');
    const state = before.apply(insertImages(before, [image('a'), image('b'), image('c')], { from: 4, to: 4 }));
    expect(names(state)).toEqual(['one', 'a', 'b', 'c', ' two']);
    const ending = note('one');
    const { from } = ending.selection;
    const ended = ending.apply(insertImages(ending, [image('a'), image('b')], { from, to: from }));
    expect(names(ended)).toEqual(['one', 'a', 'b', '']);
    expect(names(typed(ended, 'on'))).toEqual(['one', 'a', 'b', 'on']);
  });

  test('are pasted from another note with what they say, and only by name', () => {
    const slice = createNoteState(
      { type: 'doc', content: [image('a').toJSON(), { type: 'paragraph' }] },
      doors,
    ).doc.slice(0, 1);
    const state = note('x');
    expect(names(state.apply(state.tr.replaceSelection(cleanSlice(slice))))).toContain('a');
  });
});
