/** Longest wait for a frame, in milliseconds: a window that is hidden paints none. */
const LONGEST = 200;

/** Calls back once, when the next frame is painted. */
export function afterPaint(run: () => void): void {
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    // What a frame's callback posts runs after the frame.
    setTimeout(run);
  });
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, LONGEST);
}
