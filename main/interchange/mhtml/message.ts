/** A part of a saved page: its headers by lower-case name, and its bytes decoded. */
export interface MessagePart {
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

/** More parts than a page has pictures. */
const MOST_PARTS = 20_000;

/**
 * The headers and parts of a `multipart/related` message (RFC 2557, RFC 2046, 5.1); a message of one part is its own part.
 * Parts in parts are left as they are.
 */
export function readMessage(bytes: Uint8Array): { headers: ReadonlyMap<string, string>; parts: MessagePart[] } {
  // Latin-1 keeps every byte as one character, so that positions and bytes survive.
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const { headers, body } = split(raw);
  const boundary = parameter(headers.get('content-type') ?? '', 'boundary');
  if (boundary === '') return { headers, parts: [{ headers, bytes: decoded(headers, body) }] };
  const parts = `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1, MOST_PARTS)
    .filter((part) => !part.startsWith('--'))
    .map((part) => split(part.replace(/^[ \t]*\r?\n/, '')))
    .map((part) => ({ headers: part.headers, bytes: decoded(part.headers, part.body.replace(/\r?$/, '')) }));
  return { headers, parts };
}

/** A parameter of a header, for instance the boundary of a content type. */
export function parameter(header: string, name: string): string {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return match?.[1] ?? match?.[2] ?? '';
}

/** Words a header spells in another encoding (RFC 2047). */
export function decodedWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi, (whole, label: string, kind: string, text: string) => {
      const raw = kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' '));
      try {
        return new TextDecoder(label).decode(raw);
      } catch {
        return whole;
      }
    });
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = end === null ? raw : raw.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) headers.set(name.toLowerCase(), value);
  }
  return { headers, body: end === null ? '' : raw.slice(end.index + end[0].length) };
}

function decoded(headers: ReadonlyMap<string, string>, body: string): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? quotedPrintable(body) : Buffer.from(body, 'latin1');
}

/** RFC 2045, 6.7. */
function quotedPrintable(text: string): Uint8Array {
  const unfolded = text.replace(/=[ \t]*\r?\n/g, '');
  const bytes = unfolded.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}
