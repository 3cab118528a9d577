import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A file of the window's bundle, ready to be sent. */
export interface Asset {
  readonly path: string;
  readonly mediaType: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** A name as the bundler makes them; no dot at its beginning, so neither `..` nor a hidden file can be asked for. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/**
 * Finds the file for a request path (`/`, `/assets/index-1a2b.js`) in the bundle's folder.
 * Undefined for whatever is not a file of the bundle, however the path is written.
 */
export async function findAsset(root: string, pathname: string): Promise<Asset | undefined> {
  const segments = (pathname === '/' ? '/index.html' : pathname).slice(1).split('/');
  if (!pathname.startsWith('/') || !segments.every((segment) => SEGMENT.test(segment))) return undefined;
  const path = join(root, ...segments);
  const mediaType = MEDIA_TYPES[extname(path)];
  if (mediaType === undefined) return undefined;
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? { path, mediaType } : undefined;
}

/**
 * What every answer to a window carries: nothing is loaded from anywhere but the shell itself, no page may frame or
 * embed another's, types are not guessed.
 * @param connect further addresses a window may connect to, for instance the loopback WebSocket
 */
export function securityHeaders(connect: readonly string[] = []): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
}

/** The header that makes a download an attachment under its own name (RFC 6266, RFC 8187). */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
