import { CaseSensitive, ChevronDown, ChevronUp, Search, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { t } from '../../i18n/index.ts';
import { useStore } from '../../state/index.ts';
import { IconButton, ToggleButton } from '../../ui/index.ts';
import type { Finder } from './finder.ts';
import { type Finding, finding } from './finding.ts';
import './find-bar.css';

/** The bar above the text that finds words in it: `Enter` goes to the next match, `Esc` leaves it selected. */
export function FindBar({ finder }: { readonly finder: Finder }) {
  const now = useStore(finding, (each) => each);
  const bar = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!now.wantsKeyboard) return;
    input.current?.focus();
    input.current?.select();
    finding.set({ wantsKeyboard: false });
  }, [now.wantsKeyboard]);

  // The bar takes room from the text above; the words stay where they are on screen.
  useLayoutEffect(() => {
    const scroller = bar.current?.parentElement?.querySelector('.reader-scroll');
    const height = bar.current?.offsetHeight ?? 0;
    if (scroller && scroller.scrollTop > 0) scroller.scrollTop += height;
    return () => {
      if (scroller) scroller.scrollTop -= height;
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finder.leave();
    else if (event.key === 'Enter' && event.target === input.current) void finder.step(!event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className="find-bar" aria-label={t('find.title')} ref={bar} onKeyDownCapture={onKeyDown}>
      <div className="find-field">
        <Search aria-hidden size={14} />
        <input
          ref={input}
          type="search"
          aria-label={t('find.title')}
          placeholder={t('find.title')}
          value={now.words}
          onChange={(event) => finder.look({ words: event.target.value })}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
      </div>
      <output className="find-count" data-none={now.state === 'done' && now.count === 0}>
        {countOf(now)}
        <span className="visually-hidden">{now.block > 0 && `, ¶ ${now.block}`}</span>
        {now.around && (
          <>
            {' '}
            <span className="find-around">{t(`find.around.${now.around}`)}</span>
          </>
        )}
      </output>
      <IconButton
        label={t('command.findPrevious')}
        icon={ChevronUp}
        shortcut="Shift+F3"
        onPress={() => void finder.step(false)}
      />
      <IconButton
        label={t('command.findNext')}
        icon={ChevronDown}
        shortcut="F3"
        onPress={() => void finder.step(true)}
      />
      <ToggleButton
        look="quiet"
        label={t('find.exact')}
        isSelected={now.exact}
        onChange={(exact) => finder.look({ exact })}
      >
        <CaseSensitive aria-hidden size={16} />
      </ToggleButton>
      <ToggleButton
        look="quiet"
        label={t('find.wholeWords')}
        isSelected={now.wholeWords}
        onChange={(wholeWords) => finder.look({ wholeWords })}
      >
        <WholeWord aria-hidden size={16} />
      </ToggleButton>
      <IconButton label={t('find.close')} icon={X} shortcut="Escape" onPress={() => finder.leave()} />
    </search>
  );
}

function countOf({ words, state, count, current }: Finding): string {
  if (state === 'failed') return t('find.failed');
  if (state === 'searching') return t('find.searching', { count });
  if (state === 'idle' || words === '') return '';
  return current < 0 ? t('find.count', { count }) : t('find.place', { place: current + 1, count });
}
