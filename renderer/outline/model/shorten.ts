const LONGEST_SHOWN = 60;

/** Words to name an item by in a line. */
export function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
