import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { t } from '../i18n/index.ts';

export interface PositionSliderProps {
  /** Drawn by the reader, not by React: it changes with every frame of a scroll. */
  readonly canvasRef: RefObject<HTMLCanvasElement | null>;
  /** Drawn by the finder: where its matches are. */
  readonly ticksRef: RefObject<HTMLCanvasElement | null>;
  readonly thumbRef: RefObject<HTMLDivElement | null>;
  readonly sliderRef: RefObject<HTMLDivElement | null>;
  /** Scrolls so that the middle of the screen is at this share (0–1) of the text. */
  readonly onGo: (share: number) => void;
  /** Scrolls by screens. */
  readonly onStep: (screens: number) => void;
}

/** The map of the whole text at its edge: marks of all highlights, and the part on screen as the slider's thumb. */
export function PositionSlider({ canvasRef, ticksRef, thumbRef, sliderRef, onGo, onStep }: PositionSliderProps) {
  const dragging = useRef(false);

  const go = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onGo(Math.min(1, Math.max(0, (event.clientY - box.top) / Math.max(1, box.height))));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 0.2,
      ArrowRight: 0.2,
      ArrowUp: -0.2,
      ArrowLeft: -0.2,
      PageDown: 1,
      PageUp: -1,
    };
    const step = steps[event.key];
    if (step !== undefined) onStep(step);
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
      onPointerMove={(event) => dragging.current && go(event)}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onPointerCancel={() => {
        dragging.current = false;
      }}
    >
      <div ref={thumbRef} className="reader-map-thumb" />
      <canvas ref={canvasRef} />
      <canvas ref={ticksRef} className="find-ticks" />
    </div>
  );
}
