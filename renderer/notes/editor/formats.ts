import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType, NodeType } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from 'prosemirror-tables';
import { insertFootnote } from './footnotes.ts';
import { type ListKind, listKindAt, toggleList } from './lists.ts';
import { ancestorOf, marks, nodes } from './nodes.ts';
import { insertTable } from './tables.ts';

/** Every form the toolbar, the palette and the keyboard can give the text; the catalogue has `notes.format.<id>`. */
export const FORMAT_IDS = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'preformatted',
  'strong',
  'em',
  'underline',
  'strike',
  'superscript',
  'subscript',
  'code',
  'quote',
  'bulletList',
  'orderedList',
  'taskList',
  'rule',
  'footnote',
  'insertTable',
  'addRow',
  'addColumn',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
] as const;

export type FormatId = (typeof FORMAT_IDS)[number];

export interface Format {
  /** The key in ProseMirror's notation; null where the toolbar and the palette are the way. */
  readonly key: string | null;
  readonly command: Command;
  /** Whether the selection has this form already; never for one-off acts such as inserting a rule. */
  isOn(state: EditorState): boolean;
}

const never = () => false;

/** Digits with Shift rather than with Alt: on many keyboards Ctrl+Alt+digit is AltGr and types a sign. */
export const FORMATS: Readonly<Record<FormatId, Format>> = {
  paragraph: block('Mod-Shift-0', nodes.paragraph),
  heading1: block('Mod-Shift-1', nodes.heading, 1),
  heading2: block('Mod-Shift-2', nodes.heading, 2),
  heading3: block('Mod-Shift-3', nodes.heading, 3),
  heading4: block('Mod-Shift-4', nodes.heading, 4),
  preformatted: block('Mod-Shift-6', nodes.code_block),
  strong: mark('Mod-b', marks.strong),
  em: mark('Mod-i', marks.em),
  underline: mark('Mod-u', marks.underline),
  strike: mark('Mod-Shift-x', marks.strike),
  superscript: mark('Mod-.', marks.superscript),
  subscript: mark('Mod-Shift-.', marks.subscript),
  code: mark('Mod-e', marks.code),
  quote: { key: 'Mod-Shift-5', command: toggleQuote, isOn: (state) => ancestorOf(state, [nodes.blockquote]) !== null },
  bulletList: list('Mod-Shift-8', 'bullet'),
  orderedList: list('Mod-Shift-7', 'ordered'),
  taskList: list('Mod-Shift-9', 'task'),
  rule: { key: 'Mod-Shift-Minus', command: insertRule, isOn: never },
  footnote: { key: 'Mod-Alt-f', command: insertFootnote, isOn: never },
  insertTable: { key: null, command: insertTable, isOn: isInTable },
  addRow: { key: null, command: addRowAfter, isOn: never },
  addColumn: { key: null, command: addColumnAfter, isOn: never },
  deleteRow: { key: null, command: deleteRow, isOn: never },
  deleteColumn: { key: null, command: deleteColumn, isOn: never },
  deleteTable: { key: null, command: deleteTable, isOn: never },
};

/** The forms the selection has now, as one string, so that a component can tell cheaply whether anything differs. */
export function activeFormats(state: EditorState): string {
  return FORMAT_IDS.filter((id) => FORMATS[id].isOn(state)).join(' ');
}

function block(key: string, type: NodeType, level?: number): Format {
  const attributes = level === undefined ? null : { level };
  return {
    key,
    command: setBlockType(type, attributes),
    isOn({ selection }) {
      const { parent } = selection.$from;
      return parent.type === type && (level === undefined || parent.attrs.level === level);
    },
  };
}

function mark(key: string, type: MarkType): Format {
  return {
    key,
    command: toggleMark(type),
    isOn({ selection, storedMarks, doc }) {
      if (selection.empty) return type.isInSet(storedMarks ?? selection.$from.marks()) !== undefined;
      return doc.rangeHasMark(selection.from, selection.to, type);
    },
  };
}

function list(key: string, kind: ListKind): Format {
  return { key, command: toggleList(kind), isOn: (state) => listKindAt(state) === kind };
}

function toggleQuote(...[state, dispatch, view]: Parameters<Command>): boolean {
  const inside = ancestorOf(state, [nodes.blockquote]) !== null;
  return inside ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch, view);
}

function insertRule(...[state, dispatch]: Parameters<Command>): boolean {
  dispatch?.(state.tr.replaceSelectionWith(nodes.horizontal_rule.create()).scrollIntoView());
  return true;
}
