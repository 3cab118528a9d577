import { NodeSelection, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { use, useEffect, useRef } from 'react';
import { copyWithCitation } from '../../citation/index.ts';
import { useClient, useHost } from '../../client/index.ts';
import { t, useLanguage } from '../../i18n/index.ts';
import { notebook, QueriesContext, useStore } from '../../state/index.ts';
import { copiedText } from '../editor/copied-text.ts';
import { enterFootnote, footnoteText } from '../editor/footnotes.ts';
import { looksLikeMarkdown } from '../editor/markdown-paste.ts';
import { nodes, quotationAttributes } from '../editor/nodes.ts';
import { cleanSlice, plainTextSlice } from '../editor/paste.ts';
import { withoutStyles } from '../editor/styled-html.ts';
import { footnoteView } from '../editor/views/footnote-view.ts';
import { imageView } from '../editor/views/image-view.ts';
import { itemView } from '../editor/views/item-view.ts';
import { quotationView } from '../editor/views/quotation-view.ts';
import { follow } from '../follow.ts';
import { imageElement } from '../images/image-element.ts';
import { isOnlyPicture, picturesIn, putInImages, tellOfLeftOut } from '../images/put-in-images.ts';
import { pasteMarkdown } from '../paste-markdown.ts';
import type { NoteSession } from '../session/note-session.ts';
import 'prosemirror-view/style/prosemirror.css';
import 'prosemirror-gapcursor/style/gapcursor.css';
import './note-text.css';
import './footnotes.css';

export interface NoteTextProps {
  readonly session: NoteSession;
  /** Set while the text is mounted. */
  readonly viewRef: { current: EditorView | null };
  readonly onLink: () => void;
  /** The list of suggestions, for screen readers, and its chosen row; null while it is closed. */
  readonly suggesting: { readonly listId: string; readonly rowId: string | undefined } | null;
}

/** Mounts the editor in a plain element: React draws what is around it, ProseMirror what is in it. */
export function NoteText({ session, viewRef, onLink, suggesting }: NoteTextProps) {
  const mount = useRef<HTMLDivElement>(null);
  const client = useClient();
  const host = useHost();
  const queries = use(QueriesContext);
  const language = useLanguage();
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  const describe = useRef(suggesting);
  const openLink = useRef(onLink);
  describe.current = suggesting;
  openLink.current = onLink;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words inside the editor follow the language
  useEffect(() => {
    if (!mount.current || !queries) return;
    let asPlain = false;
    const view = new EditorView(mount.current, {
      state: session.state(),
      editable: () => !isReadOnly,
      dispatchTransaction: (tr) => session.dispatch(tr),
      attributes: () => ({
        class: 'note-text',
        role: 'textbox',
        'aria-label': t('notes.text'),
        'aria-multiline': 'true',
        'data-landing': '',
        ...(isReadOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
        ...suggestionAttributes(describe.current),
      }),
      nodeViews: {
        quotation: (node, editor, getPos) =>
          quotationView(
            node,
            editor,
            getPos,
            queries,
            (at) => follow(client, at),
            (at) => void copyWithCitation(client, [quotationAttributes(at)]),
          ),
        list_item: itemView,
        footnote: footnoteView,
        image: (node, editor, getPos) =>
          imageView(node, editor, getPos, (attributes) => imageElement(client, attributes)),
      },
      transformPastedHTML: withoutStyles,
      transformPasted: cleanSlice,
      handlePaste(editor, { clipboardData }) {
        const html = clipboardData?.getData('text/html') ?? '';
        const pictures = picturesIn(clipboardData);
        // A word processor hands over a picture of what was copied beside the words themselves.
        if (pictures.length > 0 && (html === '' || isOnlyPicture(html))) {
          void putInImages(client, host, session, pictures);
          return true;
        }
        tellOfLeftOut(html);
        const text = clipboardData?.getData('text/plain') ?? '';
        const isPlain = asPlain || editor.state.selection.$from.parent.type.spec.code === true;
        if (isPlain || html !== '' || !looksLikeMarkdown(text)) return false;
        void pasteMarkdown(client, session, text);
        return true;
      },
      clipboardTextParser: plainTextSlice,
      clipboardTextSerializer: copiedText,
      handleDrop(editor, event) {
        const pictures = editor.dragging ? [] : picturesIn(event.dataTransfer);
        const at = editor.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        if (pictures.length === 0 || at === undefined) return false;
        void putInImages(client, host, session, pictures, { from: at, to: at });
        return true;
      },
      handleClickOn(editor, _pos, node, nodePos, event, direct) {
        if (direct && node.type === nodes.footnote) {
          editor.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, nodePos)));
          return enterFootnote(editor);
        }
        if (!direct || node.type === nodes.quotation || event.shiftKey) return false;
        return follow(client, node);
      },
      handleClick(editor, pos, event) {
        if (!(event.target instanceof Element) || !event.target.closest('a[href]')) return false;
        editor.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(pos))));
        openLink.current();
        return true;
      },
      handleDOMEvents: {
        // The browser tells of a moved cursor late, and on a busy page after the next key, which would act where the
        // cursor was before. Telling it now has the editor look where it is.
        keydown: (view, event) => {
          // With Shift what is pasted is nothing but its letters.
          asPlain = event.shiftKey;
          if (!event.isComposing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
          return false;
        },
        blur: () => {
          void session.flush();
          return false;
        },
        // The address is shown first; the editor never follows a link by itself.
        click: (_view, event) => {
          if (event.target instanceof Element && event.target.closest('a[href]')) event.preventDefault();
          return false;
        },
      },
    });
    viewRef.current = view;
    const stop = session.subscribe(() => view.updateState(session.state()));
    return () => {
      stop();
      view.destroy();
      viewRef.current = null;
    };
  }, [session, viewRef, client, host, queries, language, isReadOnly]);

  useEffect(() => {
    describe.current = suggesting;
    viewRef.current?.setProps({});
    // In a footnote it is its own editor that has the keyboard.
    const footnote = viewRef.current && footnoteText(viewRef.current);
    const attributes = suggestionAttributes(suggesting);
    for (const name of SUGGESTION_ATTRIBUTES) {
      const value = attributes[name];
      if (value === undefined) footnote?.removeAttribute(name);
      else footnote?.setAttribute(name, value);
    }
  }, [suggesting, viewRef]);

  return <div ref={mount} className="note-mount" />;
}

const SUGGESTION_ATTRIBUTES = ['aria-autocomplete', 'aria-controls', 'aria-activedescendant'];

function suggestionAttributes(suggesting: NoteTextProps['suggesting']): Record<string, string> {
  if (!suggesting) return {};
  return {
    'aria-autocomplete': 'list',
    'aria-controls': suggesting.listId,
    ...(suggesting.rowId ? { 'aria-activedescendant': suggesting.rowId } : {}),
  };
}
