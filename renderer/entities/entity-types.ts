import type { NameKind, Output } from '../../main/contract/index.ts';
import { hasMessage, t } from '../i18n/index.ts';

export type EntityType = Output<'entityTypes.list'>[number];

/** The name of a type as people read it: built-in ones from the catalogue, others as the researcher wrote them. */
export function typeName(type: string): string {
  const key = `entities.type.${type}`;
  return hasMessage(key) ? t(key) : type;
}

/** What kind of name another name is. */
export function nameKind(kind: NameKind): string {
  return t(kind === '' ? 'entities.nameKind.other' : `entities.nameKind.${kind}`);
}

/** A kind of identifier by the name of its register; any other as it is written. */
export function identifierKind(kind: string): string {
  const key = `entities.authority.${kind}`;
  return hasMessage(key) ? t(key) : kind;
}
