import type { EditorState, Transaction } from 'prosemirror-state';
import { useState } from 'react';
import { type Client, useClient } from '../../client/index.ts';
import { t, typeName } from '../../i18n/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { failureOf, useSteadyQuery } from '../../state/index.ts';
import { showEntities } from '../../ui/index.ts';
import { insertEntity, insertNoteLink, insertQuotation, type Stretch } from '../editor/insert.ts';
import { keepPlace, letPlaceGo, placeOf } from '../editor/places.ts';
import { type Suggestion, suggestionOf } from '../editor/suggestion.ts';
import type { NoteSession } from '../session/note-session.ts';
import type { Part } from './parts.ts';
import { usePassages } from './passages.ts';

/** One row of the list that opens while `@`, `[[` or `>` is being written. */
export interface SuggestionRow {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly sign: { readonly entityType: string } | { readonly colour: string } | null;
  /** It is not in the notebook yet and would be made. */
  readonly isNew?: boolean;
  /** Puts it in where the researcher is writing. */
  readonly take: () => void;
}

/** Rows offered at once. */
const MOST = 8;

export interface SuggestionRows {
  readonly rows: readonly SuggestionRow[];
  /** The rows are those for the words before the last key; the ones for the words as they are now are on their way. */
  readonly isBehind: boolean;
}

/** What can be put in for the words written so far; the last row creates what is not there yet. */
export function useSuggestionRows(
  suggestion: Suggestion | null,
  session: NoteSession,
  parts: readonly Part[],
): SuggestionRows {
  const client = useClient();
  const [typing, setTyping] = useState<string | null>(null);
  const kind = suggestion?.kind;
  const query = suggestion?.query.trim() ?? '';
  const choosesType = typing !== null && typing === query && kind === 'entity';
  const entities = useSteadyQuery('entities.search', kind === 'entity' ? { query, limit: MOST } : null);
  const types = useSteadyQuery('entityTypes.list', choosesType ? {} : null);
  const notes = useSteadyQuery('notes.list', kind === 'note' ? {} : null);
  const passages = usePassages(kind === 'quotation' ? query : null);

  switch (kind) {
    case undefined:
      return { rows: [], isBehind: false };
    case 'entity': {
      if (choosesType) {
        const rows = (types.data ?? []).map((type) => typeRow(client, session, query, type.name));
        return { rows, isBehind: types.loading };
      }
      const rows = (entities.data ?? []).slice(0, MOST).map((entity): SuggestionRow => {
        const detail = entity.aliases.slice(0, 3).join(', ');
        const take = () => {
          showEntities([entity]);
          put(session, (state, open) => insertEntity(state, entity, open));
        };
        return { id: entity.id, name: entity.name, detail, sign: { entityType: entity.type }, take };
      });
      const all = query === '' ? rows : [...rows, createRow(query, () => setTyping(query))];
      return { rows: all, isBehind: entities.loading };
    }
    case 'note': {
      const wanted = query.toLocaleLowerCase();
      const rows = (notes.data ?? [])
        .filter((note) => note.id !== session.id && note.title.toLocaleLowerCase().includes(wanted))
        .slice(0, MOST)
        .map((note): SuggestionRow => {
          const take = () => put(session, (state, open) => insertNoteLink(state, note, open));
          return { id: note.id, name: note.title, detail: t('notes.words', { words: note.words }), sign: null, take };
        });
      const all = query === '' ? rows : [...rows, createRow(query, () => createNote(client, session, query))];
      return { rows: all, isBehind: notes.loading };
    }
    case 'command': {
      const wanted = query.toLocaleLowerCase();
      const rows = parts
        .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
        .map(({ id, name, detail, run }): SuggestionRow => {
          const take = () => {
            put(session, (state, { from, to }) => state.tr.delete(from, to));
            run();
          };
          return { id, name, detail, sign: null, take };
        });
      return { rows, isBehind: false };
    }
    case 'quotation': {
      const rows = passages.offers.slice(0, MOST).map((passage) => ({
        id: passage.id,
        name: passage.quote,
        detail: passage.where,
        sign: { colour: passage.colour },
        take: () => void takePassage(client, session, passage.id),
      }));
      return { rows, isBehind: passages.isBehind };
    }
  }
}

/**
 * Puts a highlight in as a quotation where the researcher is writing. Begun words go at once and the quotation follows;
 * what is written meanwhile comes after it.
 */
export async function takePassage(client: Client, session: NoteSession, id: string): Promise<void> {
  const state = session.state();
  const open = suggestionOf(state);
  const { from, to } = open ?? state.selection;
  const words = state.doc.slice(from, to);
  const place = {};
  session.dispatch(
    open ? keepPlace(state.tr.delete(from, to), place, { from, to: from }) : keepPlace(state.tr, place, { from, to }),
  );
  try {
    const highlight = await client.call('highlights.get', { id });
    const now = session.state();
    session.dispatch(letPlaceGo(insertQuotation(now, highlight, placeOf(now, place) ?? now.selection), place));
  } catch (error) {
    const now = session.state();
    const at = placeOf(now, place);
    session.dispatch(letPlaceGo(open && at ? now.tr.replace(at.from, at.to, words) : now.tr, place));
    tellFailure(failureOf(error));
  }
}

function put(session: NoteSession, insert: (state: EditorState, open: Suggestion) => Transaction): void {
  const state = session.state();
  const open = suggestionOf(state);
  if (open) session.dispatch(insert(state, open));
}

/**
 * Puts in what has to be made first: in place of the words it was made for, not of what is written behind them
 * meanwhile; where they are gone, at the cursor.
 */
async function putMade<T>(
  session: NoteSession,
  make: () => Promise<T>,
  insert: (state: EditorState, made: T, at: Stretch) => Transaction,
): Promise<void> {
  const state = session.state();
  const open = suggestionOf(state);
  const words = open && state.doc.textBetween(open.from, open.to);
  const place = {};
  if (open) session.dispatch(keepPlace(state.tr, place, open));
  try {
    const made = await make();
    const now = session.state();
    const at = placeOf(now, place);
    const isThere = at !== null && now.doc.textBetween(at.from, at.to) === words;
    session.dispatch(letPlaceGo(insert(now, made, isThere ? at : now.selection), place));
  } catch (error) {
    session.dispatch(letPlaceGo(session.state().tr, place));
    tellFailure(failureOf(error));
  }
}

function createRow(name: string, take: () => void): SuggestionRow {
  return { id: 'create', name: t('ui.create', { name }), detail: '', sign: null, isNew: true, take };
}

function typeRow(client: Client, session: NoteSession, name: string, type: string): SuggestionRow {
  const make = async () => {
    const entity = await client.call('entities.create', { name, type });
    showEntities([entity]);
    return entity;
  };
  return {
    id: `type ${type}`,
    name: t('notes.suggest.createAs', { name, type: typeName(type) }),
    detail: '',
    sign: { entityType: type },
    take: () => void putMade(session, make, insertEntity),
  };
}

function createNote(client: Client, session: NoteSession, title: string): void {
  void putMade(session, () => client.call('notes.create', { title }), insertNoteLink);
}
