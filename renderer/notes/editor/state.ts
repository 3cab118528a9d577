import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { type Command, EditorState, type Plugin, Selection } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { type DocumentJson, parseDocument } from '../../../main/contract/index.ts';
import { finding } from '../find/finding.ts';
import type { FormatId } from './formats.ts';
import { type Doors, fewKeys, keys } from './keymap.ts';
import { places } from './places.ts';
import { suggestions } from './suggestion.ts';
import { fewTypingRules, typingRules } from './typing-rules.ts';

/** Pauses longer than this begin a new step of the text's own undo, in milliseconds. */
const NEW_UNDO_STEP_AFTER = 700;

/**
 * The editing state of one note.
 * @param extra plugins that need to see keys before the note's own, such as the list of suggestions
 * @throws RangeError where the document is not one of the schema
 */
export function createNoteState(document: DocumentJson, doors: Doors, extra: readonly Plugin[] = []): EditorState {
  const doc = parseDocument(document);
  return EditorState.create({
    doc,
    // In words, not on a quotation the note begins with: what is typed would take its place.
    selection: Selection.findFrom(doc.resolve(0), 1, true) ?? Selection.atStart(doc),
    plugins: [
      suggestions(),
      places(),
      finding(),
      ...extra,
      ...typingRules(),
      ...keys(doors),
      history({ newGroupDelay: NEW_UNDO_STEP_AFTER }),
      tableEditing(),
      gapCursor(),
      dropCursor({ class: 'note-drop-cursor', color: false }),
    ],
  });
}

/** The forms of a text with few of them. */
export const FEW_FORMATS = ['strong', 'em', 'bulletList', 'orderedList'] as const satisfies readonly FormatId[];

/**
 * The editing state of a text with few forms, which is a part of something else.
 * @throws RangeError where the document is not one of the schema
 */
export function createFieldState(document: DocumentJson, link: Command): EditorState {
  return EditorState.create({
    doc: parseDocument(document),
    plugins: [fewTypingRules(), ...fewKeys(FEW_FORMATS, link), history({ newGroupDelay: NEW_UNDO_STEP_AFTER })],
  });
}
