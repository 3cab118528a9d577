import { Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { dismissSuggestion, suggestionOf } from './suggestion.ts';

const key = new PluginKey('suggestion-keys');

/**
 * While a suggestion is open, keys go to its list first; Escape closes it. One that waits for what it is to put in leaves
 * all other keys to the text.
 */
export function suggestionKeys(offer: (event: KeyboardEvent) => boolean): Plugin {
  return new Plugin({
    key,
    props: {
      handleKeyDown(view, event) {
        const open = suggestionOf(view.state);
        if (open === null) return false;
        if (event.key !== 'Escape') return open.due === null && offer(event);
        view.dispatch(dismissSuggestion(view.state));
        return true;
      },
    },
  });
}

/** Offers a key that was pressed in the editor of a footnote to the list of suggestions of the note; true where it used it. */
export function offerSuggestionKey(note: EditorView, event: KeyboardEvent): boolean {
  const plugin = key.get(note.state);
  return plugin?.props.handleKeyDown?.call(plugin, note, event) === true;
}
