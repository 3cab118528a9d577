import { decode } from '../encoding/index.ts';

/** Text of a markup file, the encoding it was read in, and how sure that is; see `decode`. */
export interface DecodedMarkup {
  readonly text: string;
  readonly encoding: string;
  readonly confidence: number;
  readonly replaced: number;
}

/** Where a document says its encoding, in bytes; the HTML standard looks at 1,024. */
const HEAD = 1024;
const DECLARED = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']|<meta[^>]*?\scharset\s*=\s*["']?\s*([\w.:-]+)/i;

/**
 * Bytes of an XML or HTML document to text: by its mark, by what is said of it where that fits, else as any text.
 * @param sent label of the encoding by whoever sent the document, which goes before what it says of itself
 */
export function decodeMarkup(bytes: Uint8Array, sent = ''): DecodedMarkup {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1');
  const declared = DECLARED.exec(head);
  const label = sent || (declared?.[1] ?? declared?.[2]);
  const marked = /^(?:\xEF\xBB\xBF|\xFE\xFF|\xFF\xFE)/.test(head);
  if (label !== undefined && !marked) {
    const text = decodeAs(bytes, label);
    if (text !== undefined) return { ...text, confidence: 1, replaced: 0 };
  }
  return decode(bytes);
}

/** Nothing where the label is unknown, cannot be true (the bytes of its name are ASCII), or does not fit the bytes. */
function decodeAs(bytes: Uint8Array, label: string): { text: string; encoding: string } | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    if (decoder.encoding.startsWith('utf-16')) return undefined;
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return undefined;
  }
}
