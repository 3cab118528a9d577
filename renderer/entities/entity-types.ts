import type { Output } from '../../main/contract/index.ts';
import { hasMessage, t } from '../i18n/index.ts';

export type EntityType = Output<'entities.types'>[number];

/** The name of a type as people read it: built-in ones from the catalogue, others as the researcher wrote them. */
export function typeName(type: string): string {
  const key = `entities.type.${type}`;
  return hasMessage(key) ? t(key) : type;
}
