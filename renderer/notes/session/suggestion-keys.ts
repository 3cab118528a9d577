import { Plugin } from 'prosemirror-state';
import { dismissSuggestion, suggestionOf } from '../editor/suggestion.ts';

/** While a suggestion is open, keys go to its list first; Escape closes it. */
export function suggestionKeys(offer: (event: KeyboardEvent) => boolean): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (suggestionOf(view.state) === null) return false;
        if (event.key !== 'Escape') return offer(event);
        view.dispatch(dismissSuggestion(view.state));
        return true;
      },
    },
  });
}
