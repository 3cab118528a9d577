import { currentLocale } from './translate.ts';

const made = new Map<unknown, Map<string, unknown>>();

/**
 * A format of `Intl` in the language of the interface, the same one each time: making one takes longer than all it is used for in a list of
 * hundreds, and it holds tables of its own. Whoever travels gets others: those of dates keep to the time zone they were made in.
 */
export function formatFor<O, F>(Format: new (locale: string, options: O) => F, options: NoInfer<O>): F {
  const id = JSON.stringify([currentLocale(), new Date().getTimezoneOffset(), options]);
  const ofKind: Map<string, unknown> = made.get(Format) ?? new Map();
  made.set(Format, ofKind);
  const known = ofKind.get(id);
  if (known instanceof Format) return known;
  const format = new Format(currentLocale(), options);
  ofKind.set(id, format);
  return format;
}
