import { Search } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Input, SearchField } from 'react-aria-components';
import type { Hit } from '../../main/contract/index.ts';
import { copyWithCitation } from '../citation/index.ts';
import { useClient } from '../client/index.ts';
import { type Command, formatShortcut, useCommands } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { notebook, openDialog, useStore } from '../state/index.ts';
import { SearchResults } from './search-results.tsx';
import { openHit, searching } from './searching.ts';
import './search.css';

/** The one search box. Typing shows results below; arrows choose, Enter goes there, Esc returns. */
export function SearchBox() {
  const { query, open, focus } = useStore(searching, (now) => now);
  const frame = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const client = useClient();
  const hits = useRef<ReadonlyMap<string, Hit>>(new Map());
  const cameFrom = useRef<Element | null>(null);
  const shows = open && query.trim() !== '';
  const [limit, setLimit] = useState(FIRST);

  useCommands(
    useMemo((): readonly Command[] => {
      const run = () => searching.set(({ focus: before }) => ({ focus: before + 1, open: true }));
      return [{ id: 'search.focus', label: 'command.search', shortcut: 'Mod+Shift+F', run }];
    }, []),
  );

  // Words looked for in one notebook say nothing in another.
  const path = useStore(notebook, (now) => now.status?.path);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of notebook that matters
  useEffect(() => searching.set({ query: '', open: false }), [path]);

  const seen = useRef(focus);
  useEffect(() => {
    if (seen.current === focus) return;
    seen.current = focus;
    input.current?.focus();
    input.current?.select();
  }, [focus]);

  const leave = () => {
    searching.set({ open: false });
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
    else input.current?.blur();
  };

  /** Copies the passage of a hit; false where it has none. */
  const copy = ({ sourceId, start, end }: Hit): boolean => {
    if (sourceId === undefined || start === undefined || end === undefined) return false;
    void copyWithCitation(client, [{ sourceId, start, end }]);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // The list is sent every key of the field once more; of two copies at once the clipboard keeps a part of each.
    if (!event.isTrusted) return;
    // Whoever goes to a result means it, not the words of the question that were selected when the box was entered.
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const { current: field } = input;
      field?.setSelectionRange(field.value.length, field.value.length);
    }
    if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      // Selected words of the question are copied as anywhere; without any it is the result that is meant.
      const { current: field } = input;
      const option = document.getElementById(field?.getAttribute('aria-activedescendant') ?? '');
      const isSelected = field?.selectionStart !== field?.selectionEnd;
      const hit = isSelected ? undefined : hits.current.get(option?.dataset['key'] ?? '');
      if (hit && copy(hit)) event.preventDefault();
      return;
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };

  const onFocus = (event: FocusEvent) => {
    if (!frame.current?.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget;
    searching.set({ open: true });
  };

  const onBlur = (event: FocusEvent) => {
    if (!frame.current?.contains(event.relatedTarget)) searching.set({ open: false });
  };

  const onInput = (text: string) => {
    setLimit(FIRST);
    if (text.trim() !== '>') searching.set({ query: text, open: true });
    else {
      searching.set({ query: '', open: false });
      openDialog({ kind: 'commands' });
    }
  };

  return (
    <search ref={frame} className="search-box" onKeyDownCapture={onKeyDown} onFocus={onFocus} onBlur={onBlur}>
      <Autocomplete inputValue={query} onInputChange={onInput}>
        <SearchField aria-label={t('search.label')} className="search-field">
          <Search aria-hidden size={14} />
          <Input ref={input} className="search-input" placeholder={t('search.placeholder')} dir="auto" />
          <span aria-hidden="true" className="kbd">
            {formatShortcut('Mod+Shift+F')}
          </span>
        </SearchField>
        {shows && (
          <SearchResults
            query={query.trim()}
            limit={limit}
            hitsRef={hits}
            onMore={() => setLimit(MORE)}
            onCopy={copy}
            onTake={(hit) => {
              searching.set({ open: false });
              openHit(hit);
              document.querySelector<HTMLElement>('main')?.focus();
            }}
          />
        )}
      </Autocomplete>
    </search>
  );
}

/** So many hits at first, and so many when more are asked for. */
const FIRST = 100;
const MORE = 2000;
