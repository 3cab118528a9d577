import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { t } from '../i18n/index.ts';
import { afterPaint } from '../state/index.ts';

export interface PositionSliderProps {
  /** Drawn by the reader, not by React: it changes with every frame of a scroll. */
  readonly canvasRef: RefObject<HTMLCanvasElement | null>;
  /** Drawn by the finder: where its matches are. */
  readonly ticksRef: RefObject<HTMLCanvasElement | null>;
  readonly thumbRef: RefObject<HTMLDivElement | null>;
  readonly sliderRef: RefObject<HTMLDivElement | null>;
  /** Scrolls so that the middle of the screen is at this share (0–1) of the text. */
  readonly onGo: (share: number) => void;
  /** The pointer is at this share (0–1) and may be about to press; null where it is not there any more. */
  readonly onAim: (share: number | null) => void;
  /** Scrolls by a screen, or by a tenth of the text. */
  readonly onStep: (by: 'screen' | 'tenth', forward: boolean) => void;
  /** Says what is at this share (0–1) of the text; null while nothing can be said. */
  readonly describe: (share: number) => Promise<string> | null;
  readonly onFocus: () => void;
}

/** How long the pointer has to rest on the map, in milliseconds, before it is told what is there. */
const REST = 80;

/** Each key is answered by another value: less than a screen of a long text is not seen on the map. */
const STEPS: Readonly<Record<string, { readonly by: 'screen' | 'tenth'; readonly forward: boolean }>> = {
  ArrowDown: { by: 'screen', forward: true },
  ArrowRight: { by: 'screen', forward: true },
  ArrowUp: { by: 'screen', forward: false },
  ArrowLeft: { by: 'screen', forward: false },
  PageDown: { by: 'tenth', forward: true },
  PageUp: { by: 'tenth', forward: false },
};

/** The map of the whole text at its edge: marks of all highlights, and the part on screen as the slider's thumb. */
export function PositionSlider(props: PositionSliderProps) {
  const { canvasRef, ticksRef, thumbRef, sliderRef, onGo, onAim, onStep, describe, onFocus } = props;
  const dragging = useRef(false);
  const { hint, point, leave } = useHint(describe);

  const shareAt = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientY - box.top) / Math.max(1, box.height)));
  };
  const go = (event: PointerEvent<HTMLDivElement>) => onGo(shareAt(event));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) onStep(step.by, step.forward);
    else if (event.key === 'Home') onGo(0);
    else if (event.key === 'End') onGo(1);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={sliderRef}
      className="reader-map"
      role="slider"
      tabIndex={0}
      aria-label={t('reader.position')}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onMouseDown={(event) => {
        // The keyboard follows once the text is seen: to leave where it was, much is drawn anew there.
        event.preventDefault();
        const slider = event.currentTarget;
        const before = document.activeElement;
        afterPaint(() => {
          const now = document.activeElement;
          // Nothing else has taken it: what had it may be gone by now.
          if (now === before || now === document.body) slider.focus({ preventScroll: true });
        });
      }}
      onPointerMove={(event) => {
        if (dragging.current) go(event);
        else onAim(shareAt(event));
        point(shareAt(event));
      }}
      onPointerLeave={() => {
        onAim(null);
        leave();
      }}
      onFocus={onFocus}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onPointerCancel={() => {
        dragging.current = false;
      }}
    >
      <div className="reader-map-rail">
        <div ref={thumbRef} className="reader-map-thumb" />
      </div>
      <canvas ref={canvasRef} />
      <canvas ref={ticksRef} className="find-ticks" />
      {hint && (
        <div className="hint reader-map-hint" aria-hidden style={{ insetBlockStart: `${hint.share * 100}%` }}>
          {hint.text}
        </div>
      )}
    </div>
  );
}

interface Hint {
  readonly share: number;
  readonly text: string;
}

/** What the pointer rests on. */
function useHint(describe: PositionSliderProps['describe']) {
  const [hint, setHint] = useState<Hint | null>(null);
  const rest = useRef(0);
  const turn = useRef(0);
  const leave = () => {
    window.clearTimeout(rest.current);
    turn.current++;
    setHint(null);
  };
  useEffect(() => () => window.clearTimeout(rest.current), []);
  const point = (share: number) => {
    window.clearTimeout(rest.current);
    const mine = ++turn.current;
    rest.current = window.setTimeout(() => {
      // Where it cannot be told, nothing is said: the map itself still shows it.
      describe(share)?.then(
        (text) => mine === turn.current && setHint({ share, text }),
        () => undefined,
      );
    }, REST);
  };
  return { hint, point, leave };
}
