import {
  Asterisk,
  ChevronDown,
  Ellipsis,
  Image,
  Link,
  List,
  ListChecks,
  ListOrdered,
  Maximize2,
  Minus,
  Quote,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { type MessageKey, t } from '../../i18n/index.ts';
import { Button, MenuButton, type MenuEntry, ToggleButton, Toolbar, ToolbarLine } from '../../ui/index.ts';
import type { FormatId } from '../editor/formats.ts';
import { toggleFocusMode, useFocusMode } from '../focus-mode.ts';
import type { NoteSession } from '../session/note-session.ts';
import { shortcutOf } from './shortcut.ts';
import { useActiveFormats } from './use-editor.ts';

export interface FormattingToolbarProps {
  readonly session: NoteSession;
  readonly isDisabled: boolean;
  readonly onFormat: (id: FormatId) => void;
  readonly onLink: () => void;
  readonly onImage: () => void;
  readonly onQuotation: () => void;
  /** Writes a sign into the text, which opens its list of suggestions. */
  readonly onSign: (sign: '@' | '[[') => void;
  /** What can be done with the note as a whole. */
  readonly more: readonly MenuEntry[];
}

const BLOCKS = ['paragraph', 'heading1', 'heading2', 'heading3', 'heading4', 'preformatted'] as const;
const TABLE = ['insertTable', 'addRow', 'addColumn', 'deleteRow', 'deleteColumn', 'deleteTable'] as const;
const RARE = ['strike', 'superscript', 'subscript', 'code'] as const;

/** The row of forms above the text: one stop of Tab, arrows within, `Alt+F10` from the text. */
export const FormattingToolbar = memo(function FormattingToolbar(props: FormattingToolbarProps) {
  const { session, isDisabled, onFormat, onLink, onImage, onQuotation, onSign, more } = props;
  const active = useActiveFormats(session);
  const block = BLOCKS.find((id) => active.has(id)) ?? 'paragraph';
  const entry = (id: FormatId, isEntryDisabled = false): MenuEntry => ({
    id,
    label:
      active.has(id) && !TABLE.some((each) => each === id)
        ? t('notes.formatOn', { name: t(formatKey(id)) })
        : t(formatKey(id)),
    shortcut: shortcutOf(id),
    isDisabled: isEntryDisabled,
    run: () => onFormat(id),
  });
  const toggle = (id: FormatId, content: ReactNode) => (
    <ToggleButton
      look="quiet"
      label={t(formatKey(id))}
      isSelected={active.has(id)}
      isDisabled={isDisabled}
      onChange={() => onFormat(id)}
    >
      {content}
    </ToggleButton>
  );
  const inTable = active.has('insertTable');
  return (
    <Toolbar label={t('notes.formatting')} className="note-toolbar">
      <MenuButton label={t('notes.blocks')} entries={BLOCKS.map((id) => entry(id))}>
        <Button look="quiet" isDisabled={isDisabled} aria-label={t('notes.blocksNow', { name: t(formatKey(block)) })}>
          {block === 'paragraph' ? t('notes.blocks') : t(formatKey(block))}
          <ChevronDown aria-hidden size={13} />
        </Button>
      </MenuButton>
      {toggle('strong', <b>{t('notes.sign.strong')}</b>)}
      {toggle('em', <i>{t('notes.sign.em')}</i>)}
      {toggle('underline', <u>{t('notes.sign.underline')}</u>)}
      <MenuButton label={t('notes.moreForms')} entries={RARE.map((id) => entry(id))}>
        <Button look="quiet" isDisabled={isDisabled} aria-label={t('notes.moreForms')}>
          <s>{t('notes.sign.rare')}</s>
          <ChevronDown aria-hidden size={13} />
        </Button>
      </MenuButton>
      <ToolbarLine />
      {toggle('quote', <Quote aria-hidden size={15} />)}
      {toggle('bulletList', <List aria-hidden size={16} />)}
      {toggle('orderedList', <ListOrdered aria-hidden size={16} />)}
      {toggle('taskList', <ListChecks aria-hidden size={16} />)}
      <MenuButton
        label={t('notes.table')}
        entries={TABLE.map((id) => entry(id, id === 'insertTable' ? inTable : !inTable))}
      >
        <Button look="quiet" isDisabled={isDisabled}>
          {t('notes.table')}
          <ChevronDown aria-hidden size={13} />
        </Button>
      </MenuButton>
      <Button look="quiet" isDisabled={isDisabled} aria-label={t('notes.link')} onPress={onLink}>
        <Link aria-hidden size={15} />
      </Button>
      <Button look="quiet" isDisabled={isDisabled} aria-label={t('notes.format.rule')} onPress={() => onFormat('rule')}>
        <Minus aria-hidden size={16} />
      </Button>
      <ToolbarLine />
      <Button
        look="quiet"
        isDisabled={isDisabled}
        aria-label={t('notes.format.footnote')}
        onPress={() => onFormat('footnote')}
      >
        <Asterisk aria-hidden size={15} />
      </Button>
      <Button look="quiet" isDisabled={isDisabled} aria-label={t('notes.insertImage')} onPress={onImage}>
        <Image aria-hidden size={15} />
      </Button>
      <Button look="quiet" isDisabled={isDisabled} onPress={onQuotation}>
        {t('notes.insertQuotation')}
      </Button>
      <Button look="quiet" isDisabled={isDisabled} onPress={() => onSign('@')}>
        {t('notes.insertEntity')}
      </Button>
      <Button look="quiet" isDisabled={isDisabled} onPress={() => onSign('[[')}>
        {t('notes.insertNote')}
      </Button>
      <ToggleButton
        look="quiet"
        label={t('notes.focusMode')}
        isSelected={useFocusMode()}
        onChange={() => toggleFocusMode()}
      >
        <Maximize2 aria-hidden size={14} />
      </ToggleButton>
      <MenuButton label={t('notes.more')} entries={more}>
        <Button look="quiet" aria-label={t('notes.more')}>
          <Ellipsis aria-hidden size={16} />
        </Button>
      </MenuButton>
    </Toolbar>
  );
});

/** The catalogue's name of a form. */
export function formatKey(id: FormatId): MessageKey {
  return `notes.format.${id}`;
}
