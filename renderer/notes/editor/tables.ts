import { type Command, TextSelection } from 'prosemirror-state';
import { nodes } from './nodes.ts';

const ROWS = 3;
const COLUMNS = 3;

/** Puts a table with a row of headings where the cursor stands, and the cursor into its first cell. */
export const insertTable: Command = (state, dispatch) => {
  const head = Array.from({ length: COLUMNS }, () => nodes.table_header.createAndFill());
  const cells = Array.from({ length: COLUMNS }, () => nodes.table_cell.createAndFill());
  const filled = (row: typeof cells) =>
    nodes.table_row.create(
      null,
      row.filter((cell) => cell !== null),
    );
  const table = nodes.table.create(null, [filled(head), ...Array.from({ length: ROWS - 1 }, () => filled(cells))]);
  const { $from } = state.selection;
  if (!$from.node(-1)?.canReplaceWith($from.index(-1), $from.indexAfter(-1), nodes.table) && $from.depth > 0)
    return false;
  if (dispatch) {
    const tr = state.tr.replaceSelectionWith(table);
    const at = tableStart(tr.doc, tr.mapping.map($from.before(Math.max(1, $from.depth)), -1));
    if (at !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
    dispatch(tr.scrollIntoView());
  }
  return true;
};

function tableStart(doc: import('prosemirror-model').Node, from: number): number | null {
  let found: number | null = null;
  doc.nodesBetween(from, doc.content.size, (node, pos) => {
    if (found === null && pos >= from && node.type === nodes.table) found = pos;
    return found === null;
  });
  return found;
}
