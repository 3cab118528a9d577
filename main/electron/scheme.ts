import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { protocol, type Session } from 'electron';
import { answerPage, type PageAnswer, type Spool, securityHeaders, sentence } from '../host/index.ts';

const SCHEME = 'lectern';
const HOST = 'app';

/** The address of the window's page. */
export const PAGE = `${SCHEME}://${HOST}/`;

/** Says whether an address is one of the window's own. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${SCHEME}:` && url.host === HOST;
}

/** Makes the scheme one with an origin of its own, like https. To be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the window's files, uploads and downloads under the scheme. */
export function handleScheme(session: Session, renderer: string, spool: Spool): void {
  session.protocol.handle(SCHEME, async (request) => {
    if (!isOurs(request.url)) return respond(sentence(403, 'Lectern has no such address.'));
    const { pathname, searchParams } = new URL(request.url);
    const body = request.body === null ? [] : request.body;
    const { method } = request;
    return respond(await answerPage({ method, pathname, query: searchParams, body: chunks(body) }, renderer, spool));
  });
}

async function* chunks(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield* body;
}

function respond({ status, headers, content, sent }: PageAnswer): Response {
  return new Response(typeof content === 'string' ? content : stream(content.path, sent), {
    status,
    headers: { ...securityHeaders(), ...headers },
  });
}

function stream(path: string, sent: PageAnswer['sent']): ReadableStream<Uint8Array> {
  const file = createReadStream(path);
  // Whether all of it went out or the download was given up.
  if (sent !== undefined) file.once('close', () => void sent());
  return Readable.toWeb(file) as ReadableStream<Uint8Array>;
}
