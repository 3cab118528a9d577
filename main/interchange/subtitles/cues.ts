/** What is said at a time in a film or a recording. */
export interface Cue {
  /** `hh:mm:ss` of its beginning. */
  readonly time: string;
  /** Its lines, with their tags. */
  readonly lines: readonly string[];
}

const TIMING = /^(?:(\d+):)?(\d{1,2}):(\d\d)[,.]\d{1,3}[ \t]+-->[ \t]+/;

/**
 * The cues of a SubRip file (no standard; as its program writes it) or a WebVTT file (W3C), in their order. Blocks without a time –
 * comments, styles, regions – are left out, as are the numbers and names of cues.
 */
export function readCues(text: string): Cue[] {
  const cues: Cue[] = [];
  for (const block of text.split(/\n(?:[ \t]*\n)+/)) {
    const lines = block.split('\n');
    const at = lines.slice(0, 3).findIndex((line) => TIMING.test(line.trimStart()));
    if (at === -1) continue;
    const [, hours = '0', minutes = '', seconds = ''] = TIMING.exec((lines[at] ?? '').trimStart()) ?? [];
    const time = [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
    cues.push({ time, lines: lines.slice(at + 1) });
  }
  return cues;
}
