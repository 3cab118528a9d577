/** Surroundings shorter than this end where their block ends, not in the middle of a word. */
const CUT = 80;

/** What stands before a mention, from the beginning of a word on. */
export function beforeWords(text: string): string {
  return Array.from(text).length < CUT ? text : `…${text.replace(/^\S*\s+/u, '')}`;
}

/** What stands after a mention, up to the end of a word. */
export function afterWords(text: string): string {
  return Array.from(text).length < CUT ? text : `${text.replace(/\s+\S*$/u, '')}…`;
}
