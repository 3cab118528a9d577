/**
 * A file the page carries with it, because it can fetch none: as base64 in an element that runs nothing (`.ci/facsimile.ts`).
 * Undefined where there is no such file.
 */
export function carried(name: string): Uint8Array<ArrayBuffer> | undefined {
  const holder = document.querySelector(`script[data-file="${CSS.escape(name)}"]`);
  if (!holder) return undefined;
  const binary = atob(holder.textContent);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Hands pdf.js the character maps, fonts and decoders it would fetch. */
export class CarriedData {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const bytes = carried(filename);
    if (!bytes) throw new Error(`The page carries no ${filename}.`);
    return bytes;
  }
}
