import { useEffect, useRef, useState } from 'react';
import { useClient, useHost } from '../client/index.ts';
import { type Command, editsText, useCommands } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { tell } from '../messages/index.ts';
import { dialogs, openDialog, useStore } from '../state/index.ts';
import { Button, Progress } from '../ui/index.ts';
import { scanning } from './announce-mentions.ts';
import { collectFiles } from './collect-files.ts';
import { chooseFiles, fileChooser } from './file-chooser.ts';
import { ImportReport } from './import-report.tsx';
import { closeReport, importAgain, importFiles, importing, mayImport, nextOf } from './importing.ts';
import { PagesDialog } from './pages-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import './transfer.css';

const COMMANDS: readonly Command[] = [
  { id: 'import.files', label: 'command.import', shortcut: 'Mod+I', run: chooseFiles },
];

/** Everything an import needs of the window: the file chooser, drops, pastes, progress and report. */
export function ImportArea() {
  const client = useClient();
  const host = useHost();
  const input = useRef<HTMLInputElement>(null);
  const { work, report, unsure, question, pages } = useStore(importing, (now) => now);
  const isBusy = useStore(dialogs, ({ open }) => open !== null);
  const next = nextOf({ report, unsure }, isBusy);
  const scan = useStore(scanning, (now) => now.work);
  const over = useFileDrops(
    (data) =>
      void collectFiles(data).then(({ files, unreadable, folder }) => {
        if (unreadable.length > 0) {
          const [first = ''] = unreadable;
          tell({ tone: 'alert', key: 'import.unreadable', values: { name: first, more: unreadable.length - 1 } });
        }
        return importFiles(client, host, files, folder);
      }),
  );
  usePastedText();

  useEffect(() => fileChooser.serve(() => input.current?.click()), []);
  useCommands(COMMANDS);
  useEffect(() => {
    if (next !== 'encoding') return;
    importing.set({ unsure: [] });
    openDialog({ kind: 'encoding', ids: unsure });
  }, [next, unsure]);

  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('import.choose')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          void importFiles(client, host, files);
        }}
      />
      {over && (
        <div className="drop-veil" aria-hidden="true">
          <p>{t('import.dropHere')}</p>
        </div>
      )}
      {work && (
        <section className="work" aria-label={t('import.title')}>
          <Progress
            label={t(work.held ? 'import.paused' : 'import.title')}
            done={work.done}
            total={work.total}
            item={t('import.item', {
              at: work.at,
              total: work.total,
              name: work.item,
            })}
            onCancel={work.stop}
            actions={
              work.total > 1 && (
                <Button onPress={work.held ? work.goOn : work.hold}>
                  {t(work.held ? 'import.goOn' : 'import.pause')}
                </Button>
              )
            }
          />
        </section>
      )}
      {!work && scan && (
        <section className="work" aria-label={t('entities.looking')}>
          <Progress
            label={t('entities.looking')}
            done={scan.done}
            total={scan.total}
            item={scan.item}
            onCancel={scan.stop}
          />
        </section>
      )}
      {pages && <PagesDialog choice={pages} />}
      {question && <PasswordDialog question={question} />}
      {report && next === 'report' && (
        <ImportReport
          taken={report.taken}
          onAgain={() => void importAgain(client, host, report)}
          onClose={closeReport}
        />
      )}
    </>
  );
}

/** Watches for files dragged over the window; true while they are. */
function useFileDrops(onDrop: (data: DataTransfer) => void): boolean {
  const [over, setOver] = useState(false);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Leaving the window has nowhere to go to; moving between elements has.
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent) => {
      setOver(false);
      // Pictures dropped on a note are the note's.
      if (event.defaultPrevented || !hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      if (mayImport()) drop.current(event.dataTransfer);
    };
    const ends = [
      listen('dragenter', enter),
      listen('dragover', enter),
      listen('dragleave', leave),
      listen('drop', dropped),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return over;
}

function listen(
  type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
  listener: (event: DragEvent) => void,
): () => void {
  window.addEventListener(type, listener);
  return () => window.removeEventListener(type, listener);
}

/** Offers to make a source of text pasted where nothing takes text. */
function usePastedText(): void {
  const client = useClient();
  const host = useHost();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || editsText(event.target) || dialogs.get().open) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const html = event.clipboardData?.getData('text/html') ?? '';
      if (files.length === 0 && text.trim() === '') return;
      // A field of the dialog has the keyboard before the browser pastes, and would get the text as well.
      event.preventDefault();
      if (files.length > 0) void importFiles(client, host, files);
      else if (mayImport()) openDialog({ kind: 'paste', text, html });
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [client, host]);
}
