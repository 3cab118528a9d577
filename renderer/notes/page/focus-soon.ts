import type { EditorView } from 'prosemirror-view';
import { enterFootnote } from '../editor/footnotes.ts';

/**
 * Puts the cursor back into the text, or into the footnote that is chosen, after a menu or a dialog. Both hold the focus until they are gone and then give it
 * to the button they came from, unless it is somewhere else by then; the next frame lies between the two.
 */
export function focusSoon(view: EditorView): void {
  requestAnimationFrame(() => {
    if (!view.isDestroyed && !enterFootnote(view)) view.focus();
  });
}
