import { useEffect, useRef, useState } from 'react';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { useUnsaved } from '../../state/index.ts';

export interface RowEditorProps {
  readonly item: OutlineItem;
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
}

/** The words of a heading or a text, edited where they stand. Enter takes, Shift+Enter breaks a text's line, Escape leaves. */
export function RowEditor({ item, onDone, onCancel }: RowEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isLeft = useRef(false);
  const [isChanged, setChanged] = useState(false);
  useUnsaved(isChanged);
  useEffect(() => {
    isLeft.current = false;
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = (text: string | null) => {
    if (isLeft.current) return;
    isLeft.current = true;
    if (text === null) onCancel();
    else onDone(text.trim());
  };
  return (
    <textarea
      ref={field}
      className={item.kind === 'heading' ? 'item-editor item-heading' : 'item-editor'}
      aria-label={item.kind === 'heading' ? t('outline.headingField') : t('outline.textField')}
      dir="auto"
      rows={1}
      defaultValue={item.text}
      onChange={(event) => setChanged(event.target.value.trim() !== item.text)}
      onBlur={(event) => leave(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') leave(null);
        else if (event.key === 'Enter' && !(event.shiftKey && item.kind === 'text')) {
          event.preventDefault();
          leave(event.currentTarget.value);
        }
      }}
    />
  );
}
