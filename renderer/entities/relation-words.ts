import type { Relation } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';

/** How a relation reads from an entity that is one of its ends. */
export function reading({ fromId, type, inverse }: Relation, id: string): string {
  if (fromId === id) return type;
  return inverse === '' ? t('entities.isTargetOf', { type }) : inverse;
}
