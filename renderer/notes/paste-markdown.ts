import { Slice } from 'prosemirror-model';
import { parseDocument } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { plainTextSlice } from './editor/paste.ts';
import { keepPlace, letPlaceGo, placeOf } from './editor/places.ts';
import type { NoteSession } from './session/note-session.ts';

/**
 * Puts a text in Markdown in place of the selection, as what it says. Reading it takes the engine a moment; what is written
 * meanwhile comes after it. Where it cannot be read the text is put in as it is.
 */
export async function pasteMarkdown(client: Client, session: NoteSession, markdown: string): Promise<void> {
  const place = {};
  const { from, to } = session.state().selection;
  session.dispatch(keepPlace(session.state().tr.delete(from, to), place, { from, to: from }));
  const slice = await client
    .call('notes.fromMarkdown', { markdown })
    .then((document) => Slice.maxOpen(parseDocument(document).content))
    .catch(() => plainTextSlice(markdown));
  const { tr, selection } = session.state();
  const at = placeOf(session.state(), place) ?? selection;
  session.dispatch(letPlaceGo(tr.replaceRange(at.from, at.to, slice), place).scrollIntoView());
}
