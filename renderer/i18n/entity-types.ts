import { hasMessage, t } from './translate.ts';

/** What one entity of a type is called: built-in types in the language of the interface, others as the researcher wrote them. */
export function typeName(type: string): string {
  const key = `entityType.${type}`;
  return hasMessage(key) ? t(key) : type;
}

/** What the entities of a type are called together. */
export function typePlural(type: string): string {
  const key = `entityTypes.${type}`;
  return hasMessage(key) ? t(key) : type;
}
