import { formatShortcut } from '../../commands/index.ts';
import { t } from '../../i18n/index.ts';
import type { FormatId } from '../editor/formats.ts';
import { formatKey } from './formatting-toolbar.tsx';
import { shortcutOf } from './shortcut.ts';

/** Something that can be put into a note, as the list behind `/` offers it. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly run: () => void;
}

export interface PartDoors {
  readonly onFormat: (id: FormatId) => void;
  readonly onImage: () => void;
  readonly onQuotation: () => void;
  readonly onSign: (sign: '@' | '[[') => void;
}

const FORMATS = [
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'bulletList',
  'orderedList',
  'taskList',
  'quote',
  'insertTable',
  'footnote',
  'preformatted',
  'rule',
] as const;

/** Everything `/` offers, by their names in the language of the interface. */
export function partsOf({ onFormat, onImage, onQuotation, onSign }: PartDoors): readonly Part[] {
  return [
    ...FORMATS.map((id): Part => {
      const shortcut = shortcutOf(id);
      return {
        id,
        name: t(formatKey(id)),
        detail: shortcut ? formatShortcut(shortcut) : '',
        run: () => onFormat(id),
      };
    }),
    { id: 'image', name: t('notes.insertImage'), detail: '', run: onImage },
    { id: 'quotation', name: t('notes.insertQuotation'), detail: '>', run: onQuotation },
    { id: 'entity', name: t('notes.part.entity'), detail: '@', run: () => onSign('@') },
    { id: 'note', name: t('notes.part.note'), detail: '[[', run: () => onSign('[[') },
  ];
}
