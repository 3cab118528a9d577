import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { CellSelection } from 'prosemirror-tables';
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

/** A part and the stretches of the note it stands in, in their order: one, or one for each chosen cell of a table. */
export interface PlacedPart extends Part {
  readonly stretches: readonly Stretch[];
}

/** The selection as a part, or null where nothing is selected. */
export function selectedPart(state: EditorState): PlacedPart | null {
  const { selection } = state;
  if (selection instanceof CellSelection) return chosenCells(selection);
  if (selection.empty) return null;
  const { from, to } = selection;
  const { content } = selection.content();
  const inline = content.firstChild?.isInline ? nodes.paragraph.create(null, content) : content;
  const document = nodes.doc.createAndFill(null, inline) ?? asWords(state, selection);
  return { ...partOf(document), stretches: [{ from, to }] };
}

/** The chosen cells as a table of their own; with all of them chosen the table itself is taken. */
function chosenCells(selection: CellSelection): PlacedPart {
  const { content } = selection.content();
  const isAll = content.firstChild?.type === nodes.table;
  const table = isAll ? content : nodes.table.create(null, content);
  const { $anchorCell, ranges } = selection;
  const stretches = isAll
    ? [{ from: $anchorCell.before(-1), to: $anchorCell.after(-1) }]
    : ranges.map(({ $from, $to }) => ({ from: $from.pos, to: $to.pos })).sort((a, b) => a.from - b.from);
  return { ...partOf(nodes.doc.create(null, table)), stretches };
}

/** Everything from the block the cursor is in, as a part; null where that is the whole note. */
export function restOfNote({ doc, selection }: EditorState): PlacedPart | null {
  const from = selection.$from.depth === 0 ? selection.from : selection.$from.before(1);
  if (from === 0) return null;
  const to = doc.content.size;
  return { ...partOf(nodes.doc.create(null, doc.slice(from, to).content)), stretches: [{ from, to }] };
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

/** What does not stand alone as its words. */
function asWords(state: EditorState, { from, to }: Stretch): Node {
  const lines = state.doc.textBetween(from, to, '\n').split('\n');
  const paragraphs = lines.map((line) => nodes.paragraph.create(null, line === '' ? [] : state.schema.text(line)));
  return nodes.doc.create(null, paragraphs);
}

/**
 * Makes a part of a note a note of its own, attached to the same thing, and leaves a link in its place. Where the part was
 * written on meanwhile it stays, and the link comes before it.
 */
export async function takeOut(client: Client, session: NoteSession, part: PlacedPart): Promise<void> {
  const places = part.stretches.map((stretch) => {
    const of = {};
    const before = session.state().doc.slice(stretch.from, stretch.to);
    session.dispatch(keepPlace(session.state().tr, of, stretch));
    return { of, before };
  });
  const letGo = () => {
    for (const { of } of places) session.dispatch(letPlaceGo(session.state().tr, of));
  };
  try {
    const { attachedTo } = session.view.get().note;
    const note = await doDeed(client, 'notes.create', {
      title: part.title,
      document: part.document.toJSON(),
      attachedTo: [...attachedTo],
    });
    const state = session.state();
    const now = places.map(({ of, before }) => {
      const stretch = placeOf(state, of) ?? { from: 0, to: 0 };
      return { ...stretch, isSame: state.doc.slice(stretch.from, stretch.to).eq(before) };
    });
    const link = nodes.note_link.create({ noteId: note.id, title: note.title });
    session.dispatch(
      leaveLink(
        state.tr,
        now,
        link,
        now.every(({ isSame }) => isSame),
      ),
    );
    letGo();
    tell({
      tone: 'status',
      key: 'notes.takenOut',
      values: { title: note.title },
      action: { label: 'notes.open', run: () => arrive({ view: 'notes', noteId: note.id }) },
    });
  } catch (error) {
    letGo();
    tellFailure(failureOf(error));
  }
}

/** Puts a link where the first stretch begins, in place of what stands in all of them where that is to go. */
export function leaveLink(tr: Transaction, stretches: readonly Stretch[], link: Node, isTaking: boolean): Transaction {
  const [first = { from: 0, to: 0 }, ...others] = stretches;
  const line = nodes.paragraph.create(null, link);
  const isInline = tr.doc.resolve(first.from).parent.inlineContent;
  if (isTaking) {
    // Only cells come in several; each stays where it is in its table, with an empty line.
    for (const { from, to } of others.toReversed()) tr.replaceWith(from, to, nodes.paragraph.create());
    if (isWholeCell(tr.doc, first)) return tr.replaceWith(first.from, first.to, line);
    tr.deleteRange(first.from, first.to);
  }
  const here = tr.mapping.map(first.from, -1);
  return tr.insert(here, isInline && tr.doc.resolve(here).parent.inlineContent ? link : line);
}

function isWholeCell(doc: Node, { from, to }: Stretch): boolean {
  const $from = doc.resolve(from);
  const { spec } = $from.parent.type;
  return /cell$/.test(String(spec.tableRole)) && from === $from.start() && to === $from.end();
}
