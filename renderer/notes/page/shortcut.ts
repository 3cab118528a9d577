import { FORMATS, type FormatId } from '../editor/formats.ts';

/** The key of a form in the way commands write shortcuts: `Mod-Shift-b` is `Mod+Shift+B`. */
export function shortcutOf(id: FormatId): string | undefined {
  const { key } = FORMATS[id];
  return key
    ?.split('-')
    .map((part) => (part === 'Minus' ? '-' : part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}
