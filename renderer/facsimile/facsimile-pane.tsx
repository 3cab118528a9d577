import { ChevronLeft, ChevronRight, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Source } from '../../main/contract/index.ts';
import { type Command, useCommands } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { openDialog } from '../state/index.ts';
import { Button, EmptyState, IconButton, SecondHalf, TextField, Toolbar } from '../ui/index.ts';
import { facsimile } from './facsimile.ts';
import { FRAME_ADDRESS } from './link.ts';
import { usePages } from './use-pages.ts';
import './facsimile.css';

const ZOOM = { step: 1.25, least: 0.5, most: 4 };

/**
 * The pages of the PDF a text was taken from, as they look. They are drawn in a frame of an origin of its own, which has none of
 * our scripts, storage and keys and no way out; closing the panel takes the frame away, whatever it is doing.
 */
export function FacsimilePane({ source }: { source: Source }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { state, show, zoomTo, unlock } = usePages(source, frame);
  const { phase, page, pages, zoom, failedPage } = state;
  const turn = (by: number) => show({ number: page + by });
  const isFirst = page <= 1;
  const isLast = page === 0 || page >= pages;
  useCommands(useMemo(() => turningCommands(page, pages, show), [page, pages, show]));
  const head = (
    <Toolbar label={t('facsimile.tools')} className="facsimile-tools">
      <IconButton
        label={t('command.facsimilePrevious')}
        icon={ChevronLeft}
        isDisabled={isFirst}
        onPress={() => turn(-1)}
      />
      <IconButton label={t('command.facsimileNext')} icon={ChevronRight} isDisabled={isLast} onPress={() => turn(1)} />
      <span role="status" className="facsimile-place">
        {pages > 0 && page > 0 && t('facsimile.place', { page, pages })}
      </span>
      <IconButton
        label={t('facsimile.smaller')}
        icon={ZoomOut}
        isDisabled={phase !== 'open' || zoom <= ZOOM.least}
        onPress={() => zoomTo(Math.max(ZOOM.least, zoom / ZOOM.step))}
      />
      <IconButton
        label={t('facsimile.larger')}
        icon={ZoomIn}
        isDisabled={phase !== 'open' || zoom >= ZOOM.most}
        onPress={() => zoomTo(Math.min(ZOOM.most, zoom * ZOOM.step))}
      />
      <IconButton
        label={t('facsimile.fit')}
        icon={MoveHorizontal}
        isDisabled={phase !== 'open' || zoom === 1}
        onPress={() => zoomTo(1)}
      />
    </Toolbar>
  );
  return (
    <SecondHalf
      label={t('facsimile.title')}
      what="facsimile"
      head={head}
      closeLabel={t('facsimile.close')}
      onClose={() => facsimile.set({ isOpen: false })}
    >
      {failedPage !== null && (
        <p role="alert" className="facsimile-words">
          {t('facsimile.pageFailed', { page: failedPage })}
        </p>
      )}
      {phase === 'locked' && <Password isWrong={state.isWrong} onPassword={unlock} />}
      {phase === 'failed' && (
        <div role="alert">
          <EmptyState
            title={t('facsimile.failed')}
            actions={
              <Button onPress={() => openDialog({ kind: 'original', id: source.id })}>{t('original.open')}</Button>
            }
          >
            {state.why || t('facsimile.failedText')}
          </EmptyState>
        </div>
      )}
      <div
        className="facsimile-sheet"
        aria-busy={state.isDrawing}
        hidden={phase === 'locked' || phase === 'failed' || failedPage !== null}
      >
        <iframe
          ref={frame}
          title={t('facsimile.frame', { title: source.title })}
          sandbox="allow-scripts"
          src={FRAME_ADDRESS}
        />
        {state.isDrawing && <p className="facsimile-drawing">{t('facsimile.drawing')}</p>}
      </div>
    </SecondHalf>
  );
}

/** Asks for the password of a protected file, which goes to the frame and is kept nowhere. */
function Password({ isWrong, onPassword }: { isWrong: boolean; onPassword: (password: string) => void }) {
  const [password, setPassword] = useState('');
  const submit = () => {
    if (password !== '') onPassword(password);
  };
  return (
    <form
      className="form facsimile-words"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{t('facsimile.locked')}</p>
      <TextField
        label={t('import.passwordField')}
        description={t('import.passwordKept')}
        type="password"
        value={password}
        onChange={setPassword}
        error={isWrong ? t('import.wrongPassword') : undefined}
      />
      <div>
        <Button look="primary" isDisabled={password === ''} onPress={submit}>
          {t('import.unlock')}
        </Button>
      </div>
    </form>
  );
}

function turningCommands(page: number, pages: number, show: (page: { number: number }) => void): readonly Command[] {
  return [
    {
      id: 'facsimile.next',
      label: 'command.facsimileNext',
      available: () => page > 0 && page < pages,
      run: () => show({ number: page + 1 }),
    },
    {
      id: 'facsimile.previous',
      label: 'command.facsimilePrevious',
      available: () => page > 1,
      run: () => show({ number: page - 1 }),
    },
  ];
}
