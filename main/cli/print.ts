/** Writes one line for people to standard output; whatever would be a command to their terminal is left out. */
export function printLine(line: string): void {
  process.stdout.write(`${oneLine(line)}\n`);
}

/** Writes a text of several lines, as `printLine` writes each. */
export function printLines(text: string): void {
  for (const line of text.split('\n')) printLine(line);
}

/** Writes the one JSON document of `--json`. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes one line about a failure to standard error, as free of commands as what `printLine` writes. */
export function complain(line: string): void {
  process.stderr.write(`lectern: ${oneLine(line.replaceAll(/\s*\n\s*/g, ' '))}\n`);
}

/** Rows in columns as wide as their widest cell; numbers stand at the right of theirs. */
export function printTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = rows.map((row) => row.map((cell) => oneLine(String(cell))));
  const widths = heads.map((head, at) => Math.max(width(head), ...cells.map((row) => width(row[at] ?? ''))));
  const pad = (text: string, at: number, right: boolean) => {
    const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - width(text)));
    return right ? space + text : text + space;
  };
  const numeric = heads.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === 'number'));
  for (const row of [heads, ...cells]) {
    printLine(
      row
        .map((text, at) => pad(text, at, numeric[at] ?? false))
        .join('  ')
        .trimEnd(),
    );
  }
}

/** A number with the noun it counts: `1 block`, `2 blocks`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** A text as one line of at most `most` characters. */
export function shorten(text: string, most = 60): string {
  const characters = Array.from(oneLine(text));
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}

/**
 * Control characters have no place in a terminal, least of all those of an imported text; nor have the signs that turn
 * the order of what stands around them.
 */
function oneLine(text: string): string {
  return text.replaceAll(/[\u202a-\u202e\u2066-\u2069]+/g, '').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** How many columns a terminal gives a text: combining marks none, East Asian wide characters two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text.replaceAll(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
