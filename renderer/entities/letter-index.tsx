import { useMemo } from 'react';
import { Button as AriaButton, Toolbar } from 'react-aria-components';
import type { Entity } from '../../main/contract/index.ts';
import { currentLocale, t } from '../i18n/index.ts';
import { lettersOf } from './letters.ts';
import './letter-index.css';

/** The letters that names of these entities stand under, in their order; choosing one goes to its first. */
export function LetterIndex(props: { readonly entities: readonly Entity[]; readonly onJump: (at: number) => void }) {
  const { entities, onJump } = props;
  const locale = currentLocale();
  const firsts = useMemo(() => {
    const letterOf = lettersOf(locale);
    const found = new Map<string, number>();
    for (const [at, { name }] of entities.entries()) {
      const letter = letterOf(name);
      if (!found.has(letter)) found.set(letter, at);
    }
    return [...found];
  }, [entities, locale]);
  if (firsts.length < 2) return null;
  return (
    <Toolbar aria-label={t('entities.letters')} className="entities-letters">
      {firsts.map(([letter, at]) => (
        <AriaButton key={letter} className="entities-letter" onPress={() => onJump(at)}>
          {letter}
        </AriaButton>
      ))}
    </Toolbar>
  );
}
