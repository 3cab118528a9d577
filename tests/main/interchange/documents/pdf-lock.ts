import { createHash } from 'node:crypto';

/** What the standard security handler pads passwords with (PDF 32000-1, 7.6.3.3, algorithm 2). */
const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const PERMISSIONS = -4;
const ID = Buffer.alloc(16, 7);

export interface PdfLock {
  /** What the trailer says of it. */
  readonly trailer: string;
  /** The bytes of a stream of an object, in Latin-1, as they stand in the file. */
  lock(object: number, stream: string): string;
}

/** Protects a PDF by a password, in the oldest way there is: RC4 with 40 bits (PDF 32000-1, 7.6.2 and 7.6.3, revision 2). */
export function pdfLock(password: string): PdfLock {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(Buffer.concat([padded, owner, permissions, ID])).subarray(0, 5);
  const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString('hex')}>`;
  const words = `/Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(rc4(key, PADDING))} /P ${PERMISSIONS}`;
  return {
    trailer: `/Encrypt << ${words} >> /ID [${hex(ID)} ${hex(ID)}]`,
    lock(object, stream) {
      const salt = Buffer.alloc(5);
      salt.writeUIntLE(object, 0, 3);
      return rc4(md5(Buffer.concat([key, salt])).subarray(0, 10), Buffer.from(stream, 'latin1')).toString('latin1');
    },
  };
}

function md5(bytes: Uint8Array): Buffer {
  return createHash('md5').update(bytes).digest();
}

/** RC4 by hand, because newer versions of OpenSSL no longer offer it. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const box = Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => {
    const kept = box[a] ?? 0;
    box[a] = box[b] ?? 0;
    box[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (box[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (box[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
