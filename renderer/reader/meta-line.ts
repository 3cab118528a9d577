import type { Source } from '../../main/contract/index.ts';
import { formatDate, languageName, t } from '../i18n/index.ts';

/** The line below a source's title: whose it is, its language and size, when it was imported, what was found in it. */
export function metaLine(source: Source): string {
  const origin = [...source.authors, source.date].filter((part) => part !== '').join(', ');
  return [
    origin,
    source.language === '' ? '' : languageName(source.language),
    t('reader.words', { count: source.words }),
    t('reader.imported', { date: formatDate(source.createdAt) }),
    t('reader.found', { highlights: source.highlights, entities: source.entities }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
