import { baseKeymap, chainCommands, exitCode, joinDown, joinUp, selectParentNode } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { goToNextCell } from 'prosemirror-tables';
import { enterChosenFootnote } from './footnotes.ts';
import { FORMAT_IDS, FORMATS, type FormatId } from './formats.ts';
import { enterChosenImage } from './images.ts';
import { splitItem, toggleTask } from './lists.ts';
import { nodes } from './nodes.ts';

/** What a key of the note does beyond the note: follow what is selected, ask for a link, reach the toolbar. */
export interface Doors {
  readonly follow: Command;
  readonly link: Command;
  readonly toolbar: Command;
}

/**
 * The keys of the editor. Undo here is the text's own: with nothing left to undo it does nothing, so that the same key
 * never reaches for a deed elsewhere in the notebook. `Tab` indents only where there is something to indent and moves
 * between cells; everywhere else it leaves the text, so nobody is caught.
 */
export function keys(doors: Doors): Plugin[] {
  const formats = FORMAT_IDS.flatMap((id) => {
    const { key, command } = FORMATS[id];
    return key === null ? [] : [[key, command] as const];
  });
  return [
    keymap({
      ...Object.fromEntries(formats),
      'Mod-z': held(undo),
      'Mod-Shift-z': held(redo),
      'Mod-y': held(redo),
      Backspace: undoInputRule,
      Enter: chainCommands(enterChosenFootnote, enterChosenImage, doors.follow, splitItem),
      'Mod-Enter': chainCommands(toggleTask, exitCode, doors.follow),
      'Shift-Enter': lineBreak,
      'Mod-]': sinkListItem(nodes.list_item),
      'Mod-[': liftListItem(nodes.list_item),
      Tab: chainCommands(goToNextCell(1), sinkListItem(nodes.list_item)),
      'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(nodes.list_item)),
      'Alt-ArrowUp': joinUp,
      'Alt-ArrowDown': joinDown,
      'Mod-Shift-l': doors.link,
      'Alt-F10': doors.toolbar,
      Escape: selectParentNode,
    }),
    keymap(baseKeymap),
  ];
}

/** The keys of a field of a form that has few forms; `Tab` goes on to the next field. */
export function fewKeys(formats: readonly FormatId[], link: Command): Plugin[] {
  return [
    keymap({
      ...Object.fromEntries(formats.map((id) => [FORMATS[id].key, FORMATS[id].command])),
      'Mod-z': held(undo),
      'Mod-Shift-z': held(redo),
      'Mod-y': held(redo),
      Backspace: undoInputRule,
      Enter: splitItem,
      'Shift-Enter': lineBreak,
      'Mod-]': sinkListItem(nodes.list_item),
      'Mod-[': liftListItem(nodes.list_item),
      'Mod-Shift-l': link,
    }),
    keymap(baseKeymap),
  ];
}

function held(command: Command): Command {
  return (state, dispatch, view) => {
    command(state, dispatch, view);
    return true;
  };
}

const lineBreak: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type.spec.code) {
    dispatch?.(state.tr.insertText('\n').scrollIntoView());
    return true;
  }
  if (!$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};
