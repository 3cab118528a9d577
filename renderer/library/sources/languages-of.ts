import type { Source } from '../../../main/contract/index.ts';
import { currentLocale, languageName, t } from '../../i18n/index.ts';

/** The languages sources are in, by the names a reader looks for them under. */
export function languagesOf(sources: readonly Pick<Source, 'language'>[]): readonly { id: string; name: string }[] {
  return [...new Set(sources.map(({ language }) => language))]
    .map((id) => ({ id, name: id === '' ? t('looking.unknown') : languageName(id) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, currentLocale()));
}
