import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { answerPage, type PageAnswer, type Spool, securityHeaders, sentence } from '../host/index.ts';
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
    const { pathname, query } = addressOf(request);
    const refusal = refuse(claimOf(doorOf(pathname), request), house);
    if (refusal !== undefined) await send(sentence(refusal.status, refusal.reason, { Connection: 'close' }));
    else if (pathname === '/open') await send(open(query.get('ticket') ?? ''));
    else {
      const { method = '' } = request;
      await send(await answerPage({ method, pathname, query, body: request }, renderer, spool));
    }

    async function send({ status, headers: own, content, sent }: PageAnswer): Promise<void> {
      response.writeHead(status, { ...headers, ...own });
      if (request.method === 'HEAD') response.end();
      else if (typeof content === 'string') response.end(content);
      // A window that stops in the middle of a file is no fault of anybody's.
      else await pipeline(createReadStream(content.path), response).catch(() => response.destroy());
      await sent?.();
    }
  };

  function open(ticket: string): PageAnswer {
    return redeem(ticket)
      ? sentence(303, 'This way.', { Location: `/#key=${house.key}`, 'Cache-Control': 'no-store' })
      : sentence(403, 'This address was good for one visit only.');
  }
}

/** Path and query of a request; nothing of the path is decoded or tidied, so what is odd in it stays odd. */
export function addressOf({ url = '' }: IncomingMessage): { pathname: string; query: URLSearchParams } {
  const mark = url.indexOf('?');
  return mark < 0
    ? { pathname: url, query: new URLSearchParams() }
    : { pathname: url.slice(0, mark), query: new URLSearchParams(url.slice(mark)) };
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
