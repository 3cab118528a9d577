import { CaseSensitive, ChevronDown, ChevronUp, Search, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { Button, IconButton, ToggleButton } from '../../ui/index.ts';
import { useEditor } from '../page/use-editor.ts';
import type { NoteSession } from '../session/note-session.ts';
import { findingOf, goToMatch, lookFor, replaceAllMatches, replaceMatch } from './finding.ts';
import './find-bar.css';

export interface FindBarProps {
  readonly session: NoteSession;
  readonly isReadOnly: boolean;
  /** Grows by one each time the keyboard is asked for. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** The bar that finds words in a note and puts others in their place. `Enter` goes to the next match, `Esc` leaves it chosen. */
export function FindBar({ session, isReadOnly, asked, onClose }: FindBarProps) {
  const { wanted, matches, current } = useEditor(session, findingOf);
  const bar = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(() => chosenWords(session));
  const [replacement, setReplacement] = useState('');
  const [exact, setExact] = useState(false);
  const [wholeWords, setWholeWords] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking puts the keyboard here
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  // Anew too where the note was taken over from elsewhere, which forgets what was looked for.
  const isForgotten = wanted === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    session.dispatch(lookFor(session.state(), { words, exact, wholeWords }));
  }, [session, words, exact, wholeWords, isForgotten]);
  useEffect(() => () => session.dispatch(lookFor(session.state(), null)), [session]);
  // The editor scrolls only while it has the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another match is another place
  useEffect(() => {
    bar.current?.closest('.note-page')?.querySelector('.found-current')?.scrollIntoView({ block: 'nearest' });
  }, [current, matches]);

  const step = (forward: boolean) => {
    const tr = goToMatch(session.state(), forward);
    if (tr) session.dispatch(tr);
  };
  const replace = () => {
    const tr = replaceMatch(session.state(), replacement);
    if (tr) session.dispatch(tr);
    else step(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === input.current) step(!event.shiftKey);
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isReadOnly) replace();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const isLooking = (wanted?.words ?? '') !== '';
  const isNothing = matches.length === 0;
  return (
    <search className="find-bar note-find" aria-label={t('notes.find')} ref={bar} onKeyDownCapture={onKeyDown}>
      <div className="find-field">
        <Search aria-hidden size={14} />
        <input
          ref={input}
          type="search"
          aria-label={t('notes.find')}
          placeholder={t('notes.find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
      </div>
      <output className="find-count" data-none={isLooking && isNothing}>
        {!isLooking
          ? ''
          : current < 0
            ? t('find.count', { count: matches.length })
            : t('find.place', { place: current + 1, count: matches.length })}
      </output>
      <IconButton label={t('command.findPrevious')} icon={ChevronUp} shortcut="Shift+F3" onPress={() => step(false)} />
      <IconButton label={t('command.findNext')} icon={ChevronDown} shortcut="F3" onPress={() => step(true)} />
      <ToggleButton look="quiet" label={t('find.exact')} isSelected={exact} onChange={setExact}>
        <CaseSensitive aria-hidden size={16} />
      </ToggleButton>
      <ToggleButton look="quiet" label={t('find.wholeWords')} isSelected={wholeWords} onChange={setWholeWords}>
        <WholeWord aria-hidden size={16} />
      </ToggleButton>
      {!isReadOnly && (
        <>
          <div className="find-field">
            <input
              aria-label={t('notes.replaceWith')}
              placeholder={t('notes.replaceWith')}
              value={replacement}
              onChange={(event) => setReplacement(event.target.value)}
              autoComplete="off"
              dir="auto"
            />
          </div>
          <Button look="quiet" isDisabled={isNothing} onPress={replace}>
            {t('notes.replace')}
          </Button>
          <Button
            look="quiet"
            isDisabled={isNothing}
            onPress={() => session.dispatch(replaceAllMatches(session.state(), replacement))}
          >
            {t('notes.replaceAll')}
          </Button>
        </>
      )}
      <IconButton label={t('find.close')} icon={X} shortcut="Escape" onPress={onClose} />
    </search>
  );
}

/** What is chosen in the text, where it is some words of one line, is looked for first. */
function chosenWords(session: NoteSession): string {
  const { selection, doc } = session.state();
  const { $from, $to, from, to } = selection;
  return $from.sameParent($to) && to - from < 100 ? doc.textBetween(from, to) : '';
}
