import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { LecternError } from '../contract/index.ts';
import { attachment, findAsset, type Spool, securityHeaders } from '../host/index.ts';
import { bearerKey, type Claim, type Door, type House, refuse } from './admission.ts';

export interface HttpDoorOptions {
  readonly house: House;
  readonly renderer: string;
  readonly spool: Spool;
  /** Uses up a one-time ticket; false when there is no such ticket. */
  readonly redeem: (ticket: string) => boolean;
}

/** Answers every plain request: the window's files, uploads, downloads, tickets. */
export function createHttpDoor({ house, renderer, spool, redeem }: HttpDoorOptions) {
  const headers = securityHeaders([`ws://127.0.0.1:${house.port}`]);

  return async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const [pathname = '', query = ''] = (request.url ?? '').split('?');
    const door = doorOf(pathname);
    const refusal = refuse(claimOf(door, request), house);
    if (refusal !== undefined) return end(response, refusal.status, refusal.reason);

    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (door === 'upload' ? request.method !== 'POST' : !reading) {
      response.setHeader('Allow', door === 'upload' ? 'POST' : 'GET, HEAD');
      return end(response, 405, 'Lectern does not do that here.');
    }
    if (door === 'upload') return upload(request, response, query);
    if (door === 'download') return download(pathname.slice('/download/'.length), request, response);
    if (pathname === '/open') return open(query, response);
    const asset = await findAsset(renderer, pathname);
    if (asset === undefined) return end(response, 404, 'There is nothing at this address.');
    return send(asset.path, { 'Content-Type': asset.mediaType }, request, response);
  };

  async function upload(request: IncomingMessage, response: ServerResponse, query: string): Promise<void> {
    const name = new URLSearchParams(query).get('name') ?? '';
    try {
      const id = await spool.receive(name, request);
      response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ upload: id }));
    } catch (cause) {
      if (!(cause instanceof LecternError)) throw cause;
      // The rest of what is being sent is not waited for.
      response.setHeader('Connection', 'close');
      response.writeHead(cause.code === 'too-large' ? 413 : 507, { 'Content-Type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ failure: cause.toFailure() }));
    }
  }

  async function download(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await spool.download(id);
    if (found === undefined) return end(response, 404, 'This download is no longer there; export it again.');
    const { path, fileName, mediaType } = found;
    await send(path, { 'Content-Type': mediaType, 'Content-Disposition': attachment(fileName) }, request, response);
    if (request.method === 'GET') await spool.discard(id);
  }

  function open(query: string, response: ServerResponse): void {
    if (redeem(new URLSearchParams(query).get('ticket') ?? '')) {
      response.writeHead(303, { Location: `/#key=${house.key}`, 'Cache-Control': 'no-store' });
      response.end();
    } else end(response, 403, 'This address was good for one visit only.');
  }
}

/** The door a path leads to. */
export function doorOf(pathname: string): Door {
  if (pathname === '/channel') return 'channel';
  if (pathname === '/upload') return 'upload';
  return pathname.startsWith('/download/') ? 'download' : 'page';
}

/** What a request claims, by its headers. */
export function claimOf(door: Door, { headers }: IncomingMessage, key = bearerKey(headers.authorization)): Claim {
  const site = headers['sec-fetch-site'];
  return { door, host: headers.host, origin: headers.origin, site: Array.isArray(site) ? site[0] : site, key };
}

async function send(
  path: string,
  headers: Record<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, headers);
  if (request.method === 'HEAD') response.end();
  // A window that stops in the middle of a file is no fault of anybody's.
  else await pipeline(createReadStream(path), response).catch(() => response.destroy());
}

function end(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`${sentence}\n`);
}
