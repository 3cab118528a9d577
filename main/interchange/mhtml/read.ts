import { LecternError } from '../../../db/model/index.ts';
import { readPage } from '../html/index.ts';
import type { SourceReader } from '../source/index.ts';
import { safeLink } from '../summary/index.ts';
import { decodedWords, parameter, readMessage } from './message.ts';

/** A page a browser saved in one file (MHTML, RFC 2557): its first HTML part, with the address it came from. */
export const mhtmlReader: SourceReader = {
  read(bytes, name, choices) {
    const { headers, parts } = readMessage(bytes);
    const page = parts.find((part) =>
      /^(?:text\/html|application\/xhtml\+xml)/i.test(part.headers.get('content-type') ?? ''),
    );
    if (page === undefined) {
      throw new LecternError('damaged-file', `“${name}” is damaged: there is no page in it.`, { name });
    }
    const draft = readPage(
      page.bytes,
      name,
      // A part says itself how it is encoded.
      { page: choices.page },
      parameter(page.headers.get('content-type') ?? '', 'charset'),
    );
    const title = decodedWords(headers.get('subject') ?? '').trim();
    const url = safeLink(headers.get('snapshot-content-location') ?? page.headers.get('content-location')) ?? draft.url;
    return {
      ...draft,
      ...(title === '' ? {} : { title }),
      ...(url === undefined ? {} : { url }),
      mediaType: 'multipart/related',
    };
  },
};
