/** What only Markdown has at the beginning of a line: headings, items, quotes, fences, tables, footnotes. */
const LINE = /^ {0,3}(?:#{1,6} \S|[-*+] \S|\d{1,9}[.)] \S|> ?\S|```|\|.*\|[ \t]*$|\[\^[^\]\s]+\]: )/m;
/** And within one: bold, a link with its address, code, a call of a footnote. */
const WITHIN = /\*\*[^\s*][^*\n]*\*\*|\[[^\]\n]+\]\((?:https?|mailto|lectern):[^)\s]+\)|`[^`\n]+`|\[\^[^\]\s]+\]/;

/**
 * Whether a pasted plain text was most probably written in Markdown. A line that only begins with a number or a hyphen may be
 * anything, so lines count where there are several of them or a blank line around.
 */
export function looksLikeMarkdown(text: string): boolean {
  return WITHIN.test(text) || (LINE.test(text) && /\n/.test(text.trim()));
}
