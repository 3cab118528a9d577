import { Link, List, ListOrdered } from 'lucide-react';
import { EditorView } from 'prosemirror-view';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { DocumentJson } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { Button, ToggleButton, Toolbar } from '../../ui/index.ts';
import { activeFormats, FORMATS } from '../editor/formats.ts';
import { fewFormsSlice, plainTextSlice } from '../editor/paste.ts';
import { createFieldState, FEW_FORMATS } from '../editor/state.ts';
import { formatKey } from '../page/formatting-toolbar.tsx';
import { LinkDialog } from '../page/link-dialog.tsx';
import 'prosemirror-view/style/prosemirror.css';
import './rich-field.css';

export interface RichFieldProps {
  readonly label: string;
  /** What it begins with. */
  readonly document: DocumentJson;
  readonly onChange: (document: DocumentJson) => void;
}

const SIGNS: Readonly<Record<(typeof FEW_FORMATS)[number], () => ReactNode>> = {
  strong: () => <b>{t('notes.sign.strong')}</b>,
  em: () => <i>{t('notes.sign.em')}</i>,
  bulletList: () => <List aria-hidden size={16} />,
  orderedList: () => <ListOrdered aria-hidden size={16} />,
};

/** A field of a form for paragraphs with bold, italics, links and lists: the editor of notes with less in it. */
export function RichField({ label, document, onChange }: RichFieldProps) {
  const mount = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const tell = useRef(onChange);
  tell.current = onChange;
  const [first] = useState(document);
  const [active, setActive] = useState('');
  const [linking, setLinking] = useState<EditorView | null>(null);
  const labelId = useId();

  useEffect(() => {
    if (!mount.current) return;
    const editor = new EditorView(mount.current, {
      state: createFieldState(first, () => {
        setLinking(editor);
        return true;
      }),
      dispatchTransaction(tr) {
        editor.updateState(editor.state.apply(tr));
        setActive(activeFormats(editor.state));
        if (tr.docChanged) tell.current(editor.state.doc.toJSON());
      },
      attributes: {
        class: 'rich-text rich-field-text',
        role: 'textbox',
        'aria-labelledby': labelId,
        'aria-multiline': 'true',
        dir: 'auto',
      },
      transformPasted: fewFormsSlice,
      clipboardTextParser: plainTextSlice,
      handleDOMEvents: {
        click: (_, event) => {
          if (event.target instanceof Element && event.target.closest('a[href]')) event.preventDefault();
          return false;
        },
      },
    });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, [first, labelId]);

  return (
    <div className="rich-field">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the text itself is a stop of the Tab key */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as a label would do */}
      <span className="field-label" id={labelId} onClick={() => view.current?.focus()}>
        {label}
      </span>
      <div className="rich-field-box">
        <Toolbar label={t('notes.formatting')}>
          {FEW_FORMATS.map((id) => (
            <ToggleButton
              key={id}
              look="quiet"
              label={t(formatKey(id))}
              isSelected={active.split(' ').includes(id)}
              onChange={() => {
                const editor = view.current;
                if (!editor) return;
                FORMATS[id].command(editor.state, editor.dispatch, editor);
                editor.focus();
              }}
            >
              {SIGNS[id]()}
            </ToggleButton>
          ))}
          <Button look="quiet" aria-label={t('notes.link')} onPress={() => setLinking(view.current)}>
            <Link aria-hidden size={15} />
          </Button>
        </Toolbar>
        <div ref={mount} />
      </div>
      {linking && <LinkDialog view={linking} onClose={() => setLinking(null)} />}
    </div>
  );
}
