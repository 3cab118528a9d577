import type { NameKind, Output } from '../../main/contract/index.ts';
import { hasMessage, t } from '../i18n/index.ts';

export type EntityType = Output<'entityTypes.list'>[number];

/** What kind of name another name is. */
export function nameKind(kind: NameKind): string {
  return t(kind === '' ? 'entities.nameKind.other' : `entities.nameKind.${kind}`);
}

/** A kind of identifier by the name of its register; any other as it is written. */
export function identifierKind(kind: string): string {
  const key = `entities.authority.${kind}`;
  return hasMessage(key) ? t(key) : kind;
}
