/** What only Markdown has at the beginning of a line: headings, items, quotes, fences, tables, footnotes. */
const LINE = /^ {0,3}(?:#{1,6} \S|[-*+] \S|> ?\S|```|\|.*\|[ \t]*$|\[\^[^\]\s]{1,100}\]: )/m;
/** A line that begins with a number may begin with a day or a year; only the numbers of a list begin with the first two. */
const NUMBERED = [/^ {0,3}1[.)] \S/m, /^ {0,3}2[.)] \S/m];
/** And within one: bold, a link with its address, code, a call of a footnote. */
const WITHIN =
  /\*\*[^\s*][^*\n]{0,500}\*\*|\[[^\]\n]{1,500}\]\((?:https?|mailto|lectern):[^)\s]{1,2000}\)|`[^`\n]{1,500}`|\[\^[^\]\s]{1,100}\]/;
/** Who writes Markdown does so from the beginning. In UTF-16 units; with the limits above no text takes long to be judged. */
const JUDGED = 20_000;

/**
 * Whether a pasted plain text was most probably written in Markdown. A line that only begins with a number or a hyphen may be
 * anything, so lines count where there are several of them or a blank line around.
 */
export function looksLikeMarkdown(text: string): boolean {
  const beginning = text.slice(0, JUDGED);
  return (
    WITHIN.test(beginning) ||
    (beginning.trim().includes('\n') && (LINE.test(beginning) || NUMBERED.every((number) => number.test(beginning))))
  );
}
