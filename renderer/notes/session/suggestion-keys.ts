import { Plugin } from 'prosemirror-state';
import { dismissSuggestion, suggestionOf } from '../editor/suggestion.ts';

/**
 * While a suggestion is open, keys go to its list first; Escape closes it. One that waits for what it is to put in leaves
 * all other keys to the text.
 */
export function suggestionKeys(offer: (event: KeyboardEvent) => boolean): Plugin {
  return new Plugin({
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
