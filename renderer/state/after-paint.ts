/** Longest wait for a frame, in milliseconds: a window that is hidden paints none. */
const LONGEST = 200;

let waiting: (() => void)[] = [];
let frame = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Calls back once, when the next frame is painted; all who wait for the same one in their order. */
export function afterPaint(run: () => void): void {
  if (waiting.push(run) === 1) {
    frame = requestAnimationFrame(() => {
      const due = takeWaiting();
      // What a frame's callback posts runs after the frame.
      setTimeout(() => runAll(due));
    });
  }
  clearTimeout(timer);
  timer = setTimeout(() => runAll(takeWaiting()), LONGEST);
}

function takeWaiting(): readonly (() => void)[] {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  const due = waiting;
  waiting = [];
  return due;
}

function runAll(due: readonly (() => void)[]): void {
  for (const run of due) {
    try {
      run();
    } catch (error) {
      // The others are to run all the same.
      reportError(error);
    }
  }
}
