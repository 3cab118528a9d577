/** A piece of an RTF file (Rich Text Format 1.9.1, “Conventions of an RTF reader”); positions are bytes. */
export type Token =
  | { readonly type: 'open' | 'close'; readonly at: number }
  | { readonly type: 'word'; readonly name: string; readonly value: number | undefined; readonly at: number }
  | { readonly type: 'byte'; readonly byte: number; readonly at: number };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LONGEST_WORD = 32;

/**
 * The tokens between two positions. Characters come as bytes, those written `\\'hh` like those that stand for themselves;
 * control symbols (`\\~`) are words of one character; the data of `\\bin` is passed over.
 */
export function* tokens(bytes: Uint8Array, from = 0, to = bytes.length): Generator<Token, undefined> {
  let at = from;
  while (at < to) {
    const start = at;
    const byte = bytes[at++] ?? 0;
    if (byte === OPEN) yield { type: 'open', at: start };
    else if (byte === CLOSE) yield { type: 'close', at: start };
    else if (byte !== BACKSLASH) {
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) yield { type: 'byte', byte, at: start };
    } else if (isLetter(bytes[at])) {
      const end = endOf(bytes, at, Math.min(to, at + LONGEST_WORD), isLetter);
      const name = String.fromCharCode(...bytes.subarray(at, end));
      at = end;
      const negative = bytes[at] === 0x2d && isDigit(bytes[at + 1]);
      const digits = endOf(bytes, negative ? at + 1 : at, Math.min(to, at + 12), isDigit);
      const written = String.fromCharCode(...bytes.subarray(at, digits));
      const value = /\d/.test(written) ? Number(written) : undefined;
      if (value !== undefined) at = digits;
      if (bytes[at] === 0x20) at++;
      if (name === 'bin') at += Math.max(0, value ?? 0);
      else yield { type: 'word', name, value, at: start };
    } else if (bytes[at] === 0x27) {
      const code = Number.parseInt(String.fromCharCode(...bytes.subarray(at + 1, at + 3)), 16);
      at += 3;
      if (!Number.isNaN(code)) yield { type: 'byte', byte: code, at: start };
    } else if (at < to) {
      const symbol = bytes[at++] ?? 0;
      if (symbol === BACKSLASH || symbol === OPEN || symbol === CLOSE) yield { type: 'byte', byte: symbol, at: start };
      else
        yield {
          type: 'word',
          name: symbol === 0x0a || symbol === 0x0d ? 'par' : String.fromCharCode(symbol),
          value: undefined,
          at: start,
        };
    }
  }
}

/** Where the group ends that is open at a position: at its closing brace, or the end. */
export function endOfGroup(bytes: Uint8Array, from: number, to: number): number {
  let depth = 0;
  for (const { type, at } of tokens(bytes, from, to)) {
    if (type === 'open') depth++;
    else if (type === 'close' && depth-- === 0) return at;
  }
  return to;
}

function endOf(bytes: Uint8Array, from: number, to: number, fits: (byte: number | undefined) => boolean): number {
  let at = from;
  while (at < to && fits(bytes[at])) at++;
  return at;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
