/** Text as a source keeps it, and how many characters were dropped for it. */
export interface CleanText {
  readonly text: string;
  /** Control characters removed; the byte-order mark and the halves of line ends are not counted. */
  readonly removed: number;
}

const LINE_ENDS = /\r\n?/g;
/** The C0 and C1 controls without tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u0080-\u009F]/g;

/**
 * Applies what product.md promises about a source's text: line ends become `\n`, a leading byte-order
 * mark, NUL and other C0/C1 controls except tab go, nothing else changes – no normalisation, no trimming.
 */
export function cleanText(raw: string): CleanText {
  const unmarked = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const lines = unmarked.includes('\r') ? unmarked.replace(LINE_ENDS, '\n') : unmarked;
  const text = dropControls(lines);
  return { text, removed: lines.length - text.length };
}

/** Removes control characters only; for text that comes out of a format's own escapes. */
export function dropControls(text: string): string {
  return text.replace(CONTROLS, '');
}
