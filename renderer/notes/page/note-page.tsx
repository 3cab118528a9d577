import type { EditorView } from 'prosemirror-view';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient, useHost } from '../../client/index.ts';
import { type Command, useCommands } from '../../commands/index.ts';
import { t } from '../../i18n/index.ts';
import { tell } from '../../messages/index.ts';
import { notebook, openDialog, useStore } from '../../state/index.ts';
import { enterFootnote, footnoteText, wordsBefore } from '../editor/footnotes.ts';
import { FORMAT_IDS, FORMATS, type FormatId } from '../editor/formats.ts';
import { writingInFootnote } from '../editor/suggestion.ts';
import { FindBar } from '../find/find-bar.tsx';
import { goToMatch } from '../find/finding.ts';
import { toggleFocusMode } from '../focus-mode.ts';
import { ACCEPTED_IMAGES, putInImages } from '../images/put-in-images.ts';
import { mergeIn } from '../merge-in.ts';
import { NotePreview } from '../preview/note-preview.tsx';
import type { NoteSession } from '../session/note-session.ts';
import { restOfNote, selectedPart, takeOut } from '../take-out.ts';
import { useMentioned } from '../use-mentioned.ts';
import { focusSoon } from './focus-soon.ts';
import { FormattingToolbar, formatKey } from './formatting-toolbar.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { NoteAttachments } from './note-attachments.tsx';
import { NoteMeta } from './note-meta.tsx';
import { NotePicker } from './note-picker.tsx';
import { NoteTags } from './note-tags.tsx';
import { NoteText } from './note-text.tsx';
import { NoteTitle } from './note-title.tsx';
import { partsOf } from './parts.ts';
import { QuotationPicker } from './quotation-picker.tsx';
import { SaveNotice } from './save-notice.tsx';
import { shortcutOf } from './shortcut.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { takePassage, useSuggestionRows } from './suggestions.ts';
import { useSuggestion } from './use-editor.ts';
import { useHead } from './use-head.ts';
import { useNoteActions } from './use-note-actions.ts';
import './note-page.css';

/** One open note: its forms, title, facts and text. */
export function NotePage({ session }: { session: NoteSession }) {
  const client = useClient();
  const host = useHost();
  const page = useRef<HTMLDivElement>(null);
  const viewRef = useRef<EditorView | null>(null);
  const imagesRef = useRef<HTMLInputElement>(null);
  const keysRef = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  const [dialog, setDialog] = useState<'link' | 'quotation' | 'merge' | 'tag' | 'attach' | null>(null);
  const [suggesting, setSuggesting] = useState<{ listId: string; rowId: string | undefined } | null>(null);
  const suggestion = useSuggestion(session);
  const [finding, setFinding] = useState(0);
  // Looked at again with every save, not with every letter.
  useStore(session.view, (now) => now.note);
  useMentioned(session.state().doc);

  const onLink = useCallback(() => setDialog('link'), []);
  const onImage = useCallback(() => imagesRef.current?.click(), []);
  const onQuotation = useCallback(() => setDialog('quotation'), []);
  const onFormat = useCallback((id: FormatId) => {
    const view = viewRef.current;
    if (!view) return;
    FORMATS[id].command(view.state, view.dispatch, view);
    focusSoon(view);
  }, []);
  const onSign = useCallback((sign: '@' | '[[') => {
    const view = viewRef.current;
    if (!view) return;
    const { selection, doc, tr } = view.state;
    const isFootnote = footnoteText(view) !== null;
    // The last place in a chosen footnote; the cursor elsewhere.
    const at = isFootnote ? selection.to - 1 : selection.from;
    const before = wordsBefore(doc.resolve(at)).slice(-1);
    const words = before === '' || /\s/.test(before) ? sign : ` ${sign}`;
    view.dispatch(writingInFootnote(tr.insertText(words, at), isFootnote ? at + words.length : null));
    if (!enterFootnote(view)) view.focus();
  }, []);

  const parts = useMemo(
    () => partsOf({ onFormat, onImage, onQuotation, onSign }),
    [onFormat, onImage, onQuotation, onSign],
  );
  const { rows, isBehind } = useSuggestionRows(suggestion, session, parts);
  // What is no name of a part is text that begins with a stroke.
  const isOffering = suggestion !== null && !(suggestion.kind === 'command' && rows.length === 0);
  const onTakeOut = useCallback(() => {
    const part = selectedPart(session.state());
    if (part) void takeOut(client, session, part);
    else tell({ tone: 'status', key: 'notes.takeOutNothing' });
  }, [client, session]);
  const onSplit = useCallback(() => {
    const part = restOfNote(session.state());
    if (part) void takeOut(client, session, part);
    else tell({ tone: 'status', key: 'notes.splitNothing' });
  }, [client, session]);
  const onMerge = useCallback(() => setDialog('merge'), []);
  const onTag = useCallback(() => setDialog('tag'), []);
  const onAttach = useCallback(() => setDialog('attach'), []);
  const onFind = useCallback(() => setFinding((asked) => asked + 1), []);
  const onStep = useCallback(
    (forward: boolean) => {
      const tr = goToMatch(session.state(), forward);
      if (tr) session.dispatch(tr);
      else onFind();
    },
    [session, onFind],
  );

  const actions = useNoteActions(session.id, { takeOut: onTakeOut, split: onSplit, merge: onMerge });

  useEffect(
    () =>
      session.attach({
        link: onLink,
        toolbar: () => page.current?.querySelector<HTMLElement>('[role=toolbar] button')?.focus(),
        suggestionKey: (event) => keysRef.current?.(event) ?? false,
      }),
    [session, onLink],
  );

  useEffect(() => {
    const { current } = page;
    const backToText = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return;
      if (event.target.closest('[role=toolbar]')) viewRef.current?.focus();
    };
    current?.addEventListener('keydown', backToText);
    return () => current?.removeEventListener('keydown', backToText);
  }, []);

  useCommands(
    useMemo(
      () => [
        ...FORMAT_IDS.map((id): Command => {
          const shortcut = shortcutOf(id);
          return {
            id: `notes.format.${id}`,
            label: formatKey(id),
            local: true,
            ...(shortcut ? { shortcut } : {}),
            available: () => !isReadOnly,
            run: () => onFormat(id),
          };
        }),
        { id: 'notes.focusMode', label: 'notes.focusMode', run: toggleFocusMode },
        { id: 'notes.find', label: 'command.find', shortcut: 'Mod+F', run: onFind },
        { id: 'notes.findNext', label: 'command.findNext', shortcut: 'F3', run: () => onStep(true) },
        {
          id: 'notes.findPrevious',
          label: 'command.findPrevious',
          shortcut: 'Shift+F3',
          inText: true,
          run: () => onStep(false),
        },
        { id: 'notes.takeOut', label: 'notes.takeOut', available: () => !isReadOnly, run: onTakeOut },
        { id: 'notes.split', label: 'notes.split', available: () => !isReadOnly, run: onSplit },
        { id: 'notes.merge', label: 'notes.merge', available: () => !isReadOnly, run: onMerge },
        { id: 'notes.tag', label: 'notes.tag', available: () => !isReadOnly, run: onTag },
        { id: 'notes.attach', label: 'notes.attachTo', available: () => !isReadOnly, run: onAttach },
        { id: 'notes.link', label: 'notes.link', shortcut: 'Mod+Shift+L', local: true, run: onLink },
        {
          id: 'notes.revisions',
          label: 'notes.revisions',
          run: () => openDialog({ kind: 'revisions', noteId: session.id }),
        },
        { id: 'notes.image', label: 'notes.insertImage', available: () => !isReadOnly, run: onImage },
        { id: 'notes.quotation', label: 'notes.pickQuotation', available: () => !isReadOnly, run: onQuotation },
      ],
      [
        session.id,
        isReadOnly,
        onFormat,
        onLink,
        onImage,
        onQuotation,
        onFind,
        onStep,
        onTakeOut,
        onSplit,
        onMerge,
        onTag,
        onAttach,
      ],
    ),
  );

  const head = useHead(session);
  const heading = useStore(session.view, (now) => now.title);
  const view = viewRef.current;
  return (
    <div ref={page} className="note-page">
      <h1 className="visually-hidden">{heading}</h1>
      <FormattingToolbar
        session={session}
        isDisabled={isReadOnly}
        onFormat={onFormat}
        onLink={onLink}
        onImage={onImage}
        onQuotation={onQuotation}
        onSign={onSign}
        more={actions}
      />
      <input
        ref={imagesRef}
        type="file"
        accept={ACCEPTED_IMAGES}
        multiple
        hidden
        aria-label={t('notes.image.choose')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          void putInImages(client, host, session, files);
          if (viewRef.current) focusSoon(viewRef.current);
        }}
      />
      {finding > 0 && (
        <FindBar
          session={session}
          isReadOnly={isReadOnly}
          asked={finding}
          onClose={() => {
            setFinding(0);
            viewRef.current?.focus();
          }}
        />
      )}
      <div className="note-scroll">
        <div className="note-sheet">
          <SaveNotice session={session} />
          <NoteTitle session={session} isReadOnly={isReadOnly} onLeave={() => viewRef.current?.focus()} />
          <NoteMeta session={session} />
          <div className="note-chips">
            <NoteTags
              head={head}
              isReadOnly={isReadOnly}
              isPicking={dialog === 'tag'}
              onPick={(isPicking) => setDialog(isPicking ? 'tag' : null)}
            />
            <NoteAttachments
              head={head}
              isReadOnly={isReadOnly}
              isPicking={dialog === 'attach'}
              onPick={(isPicking) => setDialog(isPicking ? 'attach' : null)}
            />
          </div>
          <NoteText session={session} viewRef={viewRef} onLink={onLink} suggesting={suggesting} />
        </div>
      </div>
      <NotePreview session={session} viewRef={viewRef} pageRef={page} />
      {isOffering && (
        <SuggestionList
          suggestion={suggestion}
          rows={rows}
          isBehind={isBehind}
          viewRef={viewRef}
          keysRef={keysRef}
          onDescribe={setSuggesting}
        />
      )}
      {dialog === 'link' && view && <LinkDialog view={view} onClose={() => setDialog(null)} />}
      {dialog === 'merge' && (
        <NotePicker
          except={session.id}
          onTake={(id) => {
            setDialog(null);
            void mergeIn(client, session.id, id);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'quotation' && (
        <QuotationPicker
          onTake={(id) => {
            setDialog(null);
            void takePassage(client, session, id);
            if (viewRef.current) focusSoon(viewRef.current);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      <p className="visually-hidden">{t('notes.keysHelp')}</p>
    </div>
  );
}
