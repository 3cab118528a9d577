import type { EditorView } from 'prosemirror-view';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { EntitySign, TagDot } from '../../ui/index.ts';
import type { Suggestion } from '../editor/suggestion.ts';
import type { SuggestionRow } from './suggestions.ts';
import './suggestion-list.css';

export interface SuggestionListProps {
  readonly suggestion: Suggestion;
  readonly rows: readonly SuggestionRow[];
  readonly viewRef: { readonly current: EditorView | null };
  /** Receives the keys while the list is open. */
  readonly keysRef: { current: ((event: KeyboardEvent) => boolean) | null };
  readonly onDescribe: (described: { listId: string; rowId: string | undefined } | null) => void;
}

/** The list under the cursor. The cursor stays in the text; arrows choose, Enter or Tab takes, Escape closes. */
export function SuggestionList({ suggestion, rows, viewRef, keysRef, onDescribe }: SuggestionListProps) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, Math.max(0, rows.length - 1));
  const rowId = rows.length > 0 ? `${listId}-${at}` : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the top again
  useEffect(() => setChosen(0), [suggestion.query, suggestion.kind]);
  useEffect(() => onDescribe({ listId, rowId }), [onDescribe, listId, rowId]);
  useEffect(() => () => onDescribe(null), [onDescribe]);

  useEffect(() => {
    keysRef.current = (event) => {
      if (rows.length === 0) return false;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) {
        setChosen((at + step + rows.length) % rows.length);
        return true;
      }
      const view = viewRef.current;
      if ((event.key !== 'Enter' && event.key !== 'Tab') || !view || event.isComposing) return false;
      rows[at]?.take(view);
      return true;
    };
    return () => {
      keysRef.current = null;
    };
  }, [rows, at, viewRef, keysRef]);

  useLayoutEffect(() => {
    const view = viewRef.current;
    if (!view || !list.current) return;
    const caret = view.coordsAtPos(Math.min(suggestion.from, view.state.doc.content.size));
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
          onClick={() => viewRef.current && row.take(viewRef.current)}
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
