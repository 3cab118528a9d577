import { useEffect, useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { useUnsaved } from '../../state/index.ts';
import { takeFreshOutline } from '../new-outline.ts';

export interface OutlineTitleProps {
  readonly id: string;
  readonly title: string;
  readonly isReadOnly: boolean;
  readonly onRename: (title: string) => void;
}

/** The outline's title, edited in place. Enter or leaving takes it, Escape or nothing at all puts the old one back. */
export function OutlineTitle({ id, title, isReadOnly, onRename }: OutlineTitleProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  useUnsaved(typed !== null && typed.trim() !== '' && typed.trim() !== title);
  useEffect(() => {
    if (!takeFreshOutline(id)) return;
    field.current?.focus();
    field.current?.select();
  }, [id]);
  const take = () => {
    const next = typed?.trim() ?? '';
    setTyped(null);
    if (next !== '' && next !== title) onRename(next);
  };
  return (
    <textarea
      ref={field}
      className="outline-title"
      aria-label={t('outline.titleField')}
      dir="auto"
      rows={1}
      maxLength={1000}
      readOnly={isReadOnly}
      value={typed ?? title}
      onChange={(event) => setTyped(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') setTyped(null);
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take();
      }}
    />
  );
}
