/** Characters that can begin something anywhere in a line. */
const ALWAYS = /[\\`*_[\]~|]/g;
const IMAGE = /!(?=\\?\[|\n|$)/g;
const ENTITY = /&(?=[#A-Za-z\n]|$)/g;
const TAG = /<(?=\S|\n|$)/g;
const OUTER_SPACE = /^\s+|\s+$/gu;

/**
 * Escapes text so that a CommonMark parser reads back exactly these characters (CommonMark 0.31, sections 2.4, 2.5 and
 * 6). What matters only at the beginning of a line is left to `escapeLineStart`, which sees whole lines.
 */
export function escapeText(text: string): string {
  return text
    .replace(ALWAYS, '\\$&')

    .replace(IMAGE, '\\!')
    .replace(ENTITY, '\\&')
    .replace(TAG, '\\<');
}

/** Text that is escaped already, as what a link says: `[^1](…)` would be the call of a footnote. */
export function linkLabel(escaped: string): string {
  return escaped.replace(/^\^/, '\\^');
}

/** A character no parser trims or joins: its numeric reference. */
export function characterReference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** Keeps the spaces at both ends of a line, which Markdown drops or takes for a hard break. */
export function keepOuterSpace(line: string): string {
  return line.replace(OUTER_SPACE, (spaces) => Array.from(spaces, characterReference).join(''));
}

/** Marks of blocks: heading, bullet, rule or setext underline, quote, table delimiter. Numbers are apart. */
const BLOCK_START = /^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=[-\s]*:?\s*$)|=(?=[=\s]*$)|>|:(?=-))/;
/** A footnote's call that a colon follows: it would be the footnote itself. */
const CALL_WITH_COLON = /^(\[\^\d+\]):/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;

/** Escapes what would make a line of inline text the beginning of some block. */
export function escapeLineStart(line: string): string {
  return line.replace(BLOCK_START, '\\$&').replace(NUMBERED, '$1\\$2').replace(CALL_WITH_COLON, '$1\\:');
}

/** A fence of backticks longer than any run of them in the text. */
export function fenceFor(text: string, shortest: number): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  return '`'.repeat(Math.max(shortest, longest + 1));
}
