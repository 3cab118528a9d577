import { type Preferences, USUAL_LIMITS } from '../../main/contract/index.ts';
import { currentLanguage, setLanguage } from '../i18n/index.ts';
import { createStore } from '../state/index.ts';

export const preferences = createStore<Preferences>({
  language: 'system',
  theme: 'system',
  backupFolder: '',
  limits: USUAL_LIMITS,
});

/** Puts the person's choices into effect: language of the interface, light or dark. */
export function applyPreferences(next: Preferences): void {
  preferences.set(next);
  setLanguage(next.language);
  const root = document.documentElement;
  root.lang = currentLanguage();
  if (next.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = next.theme;
}
