import type { EditorView } from 'prosemirror-view';
import { useState } from 'react';
import { type Client, useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { failureOf, useSteadyQuery } from '../../state/index.ts';
import { insertEntity, insertNoteLink, insertQuotation, type Stretch } from '../editor/insert.ts';
import { type Suggestion, suggestionOf } from '../editor/suggestion.ts';
import { focusSoon } from './focus-soon.ts';
import { usePassages } from './passages.ts';

/** One row of the list that opens while `@`, `[[` or `>` is being written. */
export interface SuggestionRow {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly sign: { readonly entityType: string } | { readonly colour: string } | null;
  readonly take: (view: EditorView) => void;
}

/** Rows offered at once. */
const MOST = 8;

/** What can be put in for the words written so far; the last row creates what is not there yet. */
export function useSuggestionRows(suggestion: Suggestion | null, noteId: string): readonly SuggestionRow[] {
  const client = useClient();
  const [typing, setTyping] = useState<string | null>(null);
  const kind = suggestion?.kind;
  const query = suggestion?.query.trim() ?? '';
  const choosesType = typing !== null && typing === query && kind === 'entity';
  const entities = useSteadyQuery('entities.search', kind === 'entity' ? { query, limit: MOST } : null).data ?? [];
  const types = useSteadyQuery('entities.types', choosesType ? {} : null).data ?? [];
  const notes = useSteadyQuery('notes.list', kind === 'note' ? {} : null).data ?? [];
  const passages = usePassages(kind === 'quotation' ? query : null);

  switch (kind) {
    case undefined:
      return [];
    case 'entity': {
      if (choosesType) return types.map((type) => typeRow(client, query, type.name));
      const rows = entities.slice(0, MOST).map((entity): SuggestionRow => {
        const detail = entity.aliases.slice(0, 3).join(', ');
        const take = (view: EditorView) => put(view, (open) => view.dispatch(insertEntity(view.state, entity, open)));
        return { id: entity.id, name: entity.name, detail, sign: { entityType: entity.type }, take };
      });
      return query === '' ? rows : [...rows, createRow(query, () => setTyping(query))];
    }
    case 'note': {
      const wanted = query.toLocaleLowerCase();
      const rows = notes
        .filter((note) => note.id !== noteId && note.title.toLocaleLowerCase().includes(wanted))
        .slice(0, MOST)
        .map((note): SuggestionRow => {
          const take = (view: EditorView) => put(view, (open) => view.dispatch(insertNoteLink(view.state, note, open)));
          return { id: note.id, name: note.title, detail: t('notes.words', { words: note.words }), sign: null, take };
        });
      return query === '' ? rows : [...rows, createRow(query, (view) => createNote(client, view, query))];
    }
    case 'quotation':
      return passages.slice(0, MOST).map((passage) => ({
        id: passage.id,
        name: passage.quote,
        detail: passage.where,
        sign: { colour: passage.colour },
        take: (view) => void takePassage(client, view, passage.id),
      }));
  }
}

/** Puts a highlight in as a quotation where the researcher is writing. */
export async function takePassage(client: Client, view: EditorView, id: string): Promise<void> {
  try {
    const highlight = await client.call('highlights.get', { id });
    const { from, to } = suggestionOf(view.state) ?? view.state.selection;
    view.dispatch(insertQuotation(view.state, highlight, { from, to }));
    focusSoon(view);
  } catch (error) {
    tellFailure(failureOf(error));
  }
}

function put(view: EditorView, insert: (open: Suggestion) => void): void {
  const open = suggestionOf(view.state);
  if (open) insert(open);
  view.focus();
}

/** The words a suggestion was chosen for, and where they stood then. */
interface Chosen extends Stretch {
  readonly words: string;
}

function chosenIn(view: EditorView): Chosen | null {
  const open = suggestionOf(view.state);
  return open && { from: open.from, to: open.to, words: view.state.doc.textBetween(open.from, open.to) };
}

/** Puts in what had to be made first: in place of the words it was made for, not of what was written behind them since. */
function putMade(view: EditorView, chosen: Chosen | null, insert: (at: Stretch) => void): void {
  const { doc } = view.state;
  const isThere =
    chosen !== null && chosen.to <= doc.content.size && doc.textBetween(chosen.from, chosen.to) === chosen.words;
  if (isThere) insert(chosen);
  else insert(view.state.selection);
  view.focus();
}

function createRow(name: string, take: (view: EditorView) => void): SuggestionRow {
  return { id: 'create', name: t('ui.create', { name }), detail: '', sign: null, take };
}

function typeRow(client: Client, name: string, type: string): SuggestionRow {
  const label = t('notes.suggest.createAs', { name, type: typeName(type) });
  return {
    id: `type ${type}`,
    name: label,
    detail: '',
    sign: { entityType: type },
    take: (view) => {
      const chosen = chosenIn(view);
      client.call('entities.create', { name, type }).then(
        (entity) => putMade(view, chosen, (at) => view.dispatch(insertEntity(view.state, entity, at))),
        (error: unknown) => tellFailure(failureOf(error)),
      );
    },
  };
}

function createNote(client: Client, view: EditorView, title: string): void {
  const chosen = chosenIn(view);
  client.call('notes.create', { title }).then(
    (note) => putMade(view, chosen, (at) => view.dispatch(insertNoteLink(view.state, note, at))),
    (error: unknown) => tellFailure(failureOf(error)),
  );
}

/** The name of an entity type in the language of the interface; one the researcher added is its own name. */
function typeName(type: string): string {
  switch (type) {
    case 'person':
    case 'place':
    case 'organisation':
    case 'event':
    case 'work':
    case 'concept':
      return t(`notes.type.${type}`);
    default:
      return type;
  }
}
