import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { Client } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { arrive, doDeed, failureOf } from '../state/index.ts';
import type { Stretch } from './editor/insert.ts';
import { nodes } from './editor/nodes.ts';
import { keepPlace, letPlaceGo, placeOf } from './editor/places.ts';
import type { NoteSession } from './session/note-session.ts';

/** Letters of a title that is made of the first words of a text. */
const LONGEST_TITLE = 80;

/** Letters of a heading that becomes a title. */
const LONGEST_HEADING = 300;

/** A part of a note that is to be a note of its own. */
export interface Part {
  readonly title: string;
  readonly document: Node;
}

/** The selection as a part, or null where nothing is selected. */
export function selectedPart(state: EditorState): (Part & Stretch) | null {
  const { selection } = state;
  if (selection.empty) return null;
  const { from, to } = selection;
  const { content } = selection.content();
  const inline = content.firstChild?.isInline ? nodes.paragraph.create(null, content) : content;
  return { ...partOf(nodes.doc.createAndFill(null, inline) ?? asWords(state, selection)), from, to };
}

/** Everything from the block the cursor is in, as a part; null where that is the whole note. */
export function restOfNote({ doc, selection }: EditorState): (Part & Stretch) | null {
  const from = selection.$from.depth === 0 ? selection.from : selection.$from.before(1);
  if (from === 0) return null;
  const to = doc.content.size;
  return { ...partOf(nodes.doc.create(null, doc.slice(from, to).content)), from, to };
}

/** A heading at its beginning is the title of a part, and then not in its text. */
function partOf(document: Node): Part {
  const first = document.firstChild;
  const words = (first?.textContent ?? '').trim();
  if (first?.type === nodes.heading && words !== '' && document.childCount > 1) {
    return {
      title: [...words].slice(0, LONGEST_HEADING).join(''),
      document: document.copy(document.content.cut(first.nodeSize)),
    };
  }
  const line = document
    .textBetween(0, document.content.size, ' ', ({ attrs }) => String(attrs.text ?? attrs.name ?? attrs.title ?? ''))
    .trim();
  const letters = [...line];
  const title = letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE).join('').trimEnd()}…` : line;
  return { title: title || t('notes.untitled'), document };
}

/** What does not stand alone, such as some cells of a table, as its words. */
function asWords(state: EditorState, { from, to }: Stretch): Node {
  const lines = state.doc.textBetween(from, to, '\n').split('\n');
  const paragraphs = lines.map((line) => nodes.paragraph.create(null, line === '' ? [] : state.schema.text(line)));
  return nodes.doc.create(null, paragraphs);
}

/**
 * Makes a part of a note a note of its own, attached to the same thing, and leaves a link in its place. Where the part was
 * written on meanwhile it stays, and the link comes before it.
 */
export async function takeOut(client: Client, session: NoteSession, part: Part & Stretch): Promise<void> {
  const place = {};
  const { from, to } = part;
  const before = session.state().doc.slice(from, to);
  session.dispatch(keepPlace(session.state().tr, place, { from, to }));
  try {
    const { attachedTo } = session.view.get().note;
    const note = await doDeed(client, 'notes.create', {
      title: part.title,
      document: part.document.toJSON(),
      ...(attachedTo ? { attachedTo } : {}),
    });
    const { doc, tr } = session.state();
    const at = placeOf(session.state(), place) ?? { from: 0, to: 0 };
    const isSame = doc.slice(at.from, at.to).eq(before);
    const link = nodes.note_link.create({ noteId: note.id, title: note.title });
    const isInline = doc.resolve(at.from).parent.inlineContent;
    if (isSame) tr.deleteRange(at.from, at.to);
    const here = tr.mapping.map(at.from, -1);
    tr.insert(here, isInline && tr.doc.resolve(here).parent.inlineContent ? link : nodes.paragraph.create(null, link));
    session.dispatch(letPlaceGo(tr, place));
    tell({
      tone: 'status',
      key: 'notes.takenOut',
      values: { title: note.title },
      action: { label: 'notes.open', run: () => arrive({ view: 'notes', noteId: note.id }) },
    });
  } catch (error) {
    session.dispatch(letPlaceGo(session.state().tr, place));
    tellFailure(failureOf(error));
  }
}
