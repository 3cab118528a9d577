/**
 * What a row's height probably is before it is laid out. A fixed number of characters a line was 7 % wrong over a long
 * text (`docs/decisions/0050`), so the measure is taken from rows already laid out and gets better as more are read.
 */
export interface Estimate {
  /** Height in CSS pixels of a row that shows so many code points. */
  heightFor(length: number): number;
  /** Takes a laid-out row into account. */
  learn(length: number, height: number): void;
  /** How far the estimate has moved since it was last `settled`, as a share (0.05 = 5 %). */
  drift(): number;
  settle(): void;
}

/** Rows shorter than this say nothing about how many characters fill a line. */
const TELLING_LENGTH = 200;

/**
 * @param line height of one line in pixels
 * @param gap pixels between two rows, part of every row's height
 * @param perLine characters a line holds, as a first guess
 */
export function createEstimate(line: number, gap: number, perLine: number): Estimate {
  let characters = 0;
  let lines = 0;
  let settled = perLine;
  const measured = () => (lines > 0 ? characters / lines : perLine);
  return {
    heightFor: (length) => gap + line * Math.max(1, Math.ceil((length + settled * 0.1) / settled)),
    learn(length, height) {
      if (length < TELLING_LENGTH) return;
      characters += length;
      // On average half the last line is empty.
      lines += Math.max(1, (height - gap) / line - 0.5);
    },
    drift: () => Math.abs(measured() / settled - 1),
    settle() {
      settled = measured();
    },
  };
}
