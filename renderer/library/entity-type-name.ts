import { hasMessage, t } from '../i18n/index.ts';

/** The plural name of an entity type as shown; a type the researcher added is called what they called it. */
export function entityTypeName(type: string): string {
  const key = `entityTypes.${type}`;
  return hasMessage(key) ? t(key) : type;
}

/** The name of one entity of the type. */
export function entityTypeOne(type: string): string {
  const key = `entityType.${type}`;
  return hasMessage(key) ? t(key) : type;
}
