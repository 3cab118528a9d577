/** Writes one line for people to standard output. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes the one JSON document of `--json`. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes one line about a failure to standard error. */
export function complain(line: string): void {
  process.stderr.write(`lectern: ${line.replaceAll(/\s*\n\s*/g, ' ')}\n`);
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

/** A text as one line of at most `most` characters. */
export function shorten(text: string, most = 60): string {
  const characters = Array.from(oneLine(text));
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}

/** Control characters have no place in a terminal, least of all those of an imported text. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** How many columns a terminal gives a text: combining marks none, East Asian wide characters two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text.replaceAll(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
