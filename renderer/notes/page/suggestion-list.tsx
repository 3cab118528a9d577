import type { EditorView } from 'prosemirror-view';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { EntitySign, TagDot } from '../../ui/index.ts';
import { footnoteText } from '../editor/footnotes.ts';
import { resumeSuggestion, type Suggestion, takeWhenKnown } from '../editor/suggestion.ts';
import type { SuggestionRow } from './suggestions.ts';
import './suggestion-list.css';

export interface SuggestionListProps {
  readonly suggestion: Suggestion;
  readonly rows: readonly SuggestionRow[];
  /** The rows are those for fewer words: the first of them may not be meant. */
  readonly isBehind: boolean;
  readonly viewRef: { readonly current: EditorView | null };
  /** Receives the keys while the list is open. */
  readonly keysRef: { current: ((event: KeyboardEvent) => boolean) | null };
  readonly onDescribe: (described: { listId: string; rowId: string | undefined } | null) => void;
}

/** The list under the cursor. The cursor stays in the text; arrows choose, Enter or Tab takes, Escape closes. */
export function SuggestionList(props: SuggestionListProps) {
  const { suggestion, rows, isBehind, viewRef, keysRef, onDescribe } = props;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const { due, to } = suggestion;
  const at = Math.min(chosen, Math.max(0, rows.length - 1));
  const rowId = rows.length > 0 ? `${listId}-${at}` : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the top again
  useEffect(() => {
    setChosen(0);
  }, [suggestion.query, suggestion.kind]);
  useEffect(() => onDescribe({ listId, rowId }), [onDescribe, listId, rowId]);
  useEffect(() => () => onDescribe(null), [onDescribe]);

  useEffect(() => {
    keysRef.current = (event) => {
      const view = viewRef.current;
      if (!view) return false;
      const isTaking = (event.key === 'Enter' || event.key === 'Tab') && !event.isComposing;
      if (isTaking && isBehind && chosen === 0) {
        view.dispatch(takeWhenKnown(view.state, event.key === 'Tab' ? 'Tab' : 'Enter'));
        return true;
      }
      if (rows.length === 0) return false;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) {
        setChosen((at + step + rows.length) % rows.length);
        return true;
      }
      if (!isTaking) return false;
      rows[at]?.take();
      return true;
    };
    return () => {
      keysRef.current = null;
    };
  }, [rows, isBehind, chosen, at, keysRef, viewRef]);

  useEffect(() => {
    const view = viewRef.current;
    if (due === null || isBehind || !view) return;
    const [first] = rows;
    const { head } = view.state.selection;
    if (first && !first.isNew) return first.take();
    view.dispatch(resumeSuggestion(view.state));
    // Where writing has gone on behind the words, they stay as they are.
    if (head !== to) return;
    if (first) first.take();
    // With nothing to take the key is the text's.
    else view.someProp('handleKeyDown', (answer) => answer(view, new KeyboardEvent('keydown', { key: due })));
  }, [due, to, isBehind, rows, viewRef]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may need it too
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, rows]);

  useLayoutEffect(() => {
    const view = viewRef.current;
    if (!view || !list.current) return;
    const caret = placeOfSign(view, suggestion.from);
    const { offsetHeight, offsetWidth, style } = list.current;
    const isBelow = caret.bottom + 6 + offsetHeight < window.innerHeight;
    style.insetBlockStart = `${isBelow ? caret.bottom + 6 : Math.max(8, caret.top - 6 - offsetHeight)}px`;
    style.insetInlineStart = `${Math.max(8, Math.min(caret.left, window.innerWidth - offsetWidth - 8))}px`;
  }, [suggestion.from, viewRef]);

  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label={t(`notes.suggest.${suggestion.kind}`)}
      className="suggestions popover"
    >
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the rows through the text, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={row.id}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === at}
          className="row"
          data-focused={index === at || undefined}
          onPointerEnter={() => setChosen(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={row.take}
        >
          {row.sign &&
            ('colour' in row.sign ? <TagDot colour={row.sign.colour} /> : <EntitySign type={row.sign.entityType} />)}
          <span className="grow" dir="auto">
            {row.name}
          </span>
          {row.detail && <span className="detail">{row.detail}</span>}
        </div>
      ))}
      {rows.length === 0 && <p className="list-empty">{t('ui.nothingFound')}</p>}
    </div>
  );
}

/** Where on the screen the words begin; in a footnote, which the note's editor sees as one sign, where the cursor is. */
function placeOfSign(view: EditorView, from: number): Pick<DOMRect, 'left' | 'top' | 'bottom'> {
  const footnote = footnoteText(view);
  if (!footnote) return view.coordsAtPos(Math.min(from, view.state.doc.content.size));
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return range?.getClientRects()[0] ?? footnote.getBoundingClientRect();
}
