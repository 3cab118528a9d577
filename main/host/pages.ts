import { LecternError } from '../contract/index.ts';
import { attachment, findAsset } from './assets.ts';
import { FACSIMILE, facsimilePolicy } from './facsimile.ts';
import type { Spool } from './spool.ts';

/** A request of a window to the shell that shows it, whatever it came by. */
export interface PageRequest {
  readonly method: string;
  /** `/`, `/assets/index-1a2b.js`, `/upload`, `/download/ID` */
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly body: AsyncIterable<Uint8Array>;
}

/** The answer; a shell adds those of `securityHeaders` that it does not have itself, and calls `sent` once the whole of it went out. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string | { readonly path: string };
  readonly sent?: () => Promise<void>;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers what a window asks for beside messages: its own files, a place for an upload, a finished download. */
export async function answerPage(request: PageRequest, renderer: string, spool: Spool): Promise<PageAnswer> {
  const { method, pathname } = request;
  const uploading = pathname === '/upload';
  if (uploading ? method !== 'POST' : method !== 'GET' && method !== 'HEAD') {
    return sentence(405, 'Lectern does not do that here.', { Allow: uploading ? 'POST' : 'GET, HEAD' });
  }
  if (uploading) return upload(request, spool);
  if (pathname.startsWith('/download/')) return download(pathname.slice('/download/'.length), method, spool);
  const asset = await findAsset(renderer, pathname);
  const policy = pathname === FACSIMILE ? await facsimilePolicy(renderer) : '';
  if (asset === undefined || policy === undefined) return sentence(404, 'There is nothing at this address.');
  return {
    status: 200,
    headers: { 'Content-Type': asset.mediaType, ...(policy !== '' && { 'Content-Security-Policy': policy }) },
    content: { path: asset.path },
  };
}

/** An answer of one sentence. */
export function sentence(status: number, words: string, headers: Readonly<Record<string, string>> = {}): PageAnswer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, content: `${words}\n` };
}

async function upload({ query, body }: PageRequest, spool: Spool): Promise<PageAnswer> {
  try {
    const id = await spool.receive(query.get('name') ?? '', body);
    return { status: 200, headers: { 'Content-Type': JSON_TYPE }, content: JSON.stringify({ upload: id }) };
  } catch (cause) {
    if (!(cause instanceof LecternError)) throw cause;
    return {
      status: cause.code === 'too-large' ? 413 : 507,
      // The rest of what is being sent is not waited for.
      headers: { 'Content-Type': JSON_TYPE, Connection: 'close' },
      content: JSON.stringify({ failure: cause.toFailure() }),
    };
  }
}

async function download(id: string, method: string, spool: Spool): Promise<PageAnswer> {
  const found = await spool.download(id);
  if (found === undefined) return sentence(404, 'This download is no longer there; export it again.');
  const answer: PageAnswer = {
    status: 200,
    headers: { 'Content-Type': found.mediaType, 'Content-Disposition': attachment(found.fileName) },
    content: { path: found.path },
  };
  return method === 'GET' ? { ...answer, sent: () => spool.discard(id) } : answer;
}
