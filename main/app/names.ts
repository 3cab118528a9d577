/** The longest name a file may have on the systems Lectern runs on, with room left for an ending and a number. */
const LONGEST = 120;
/** Names Windows keeps for devices, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what no file name may hold
const FORBIDDEN = /[\u0000-\u001F\u007F<>:"/\\|?*\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g;

/** A file name, without its ending, that every system accepts and that still reads like the title. */
export function fileNameFor(title: string): string {
  const clean = title.toWellFormed().replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ');
  const short = [...clean]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (short === '') return 'Lectern';
  return RESERVED.test(short) ? `${short}_` : short;
}

/** The first words of a text in one line, as the history and lists name a passage. */
export function excerpt(text: string, length = 80): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= length
    ? line
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** A time as part of a file name: `2026-11-23 06-33-24`, in UTC. */
export function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
}
