import type { MarkKind } from '../../../db/model/index.ts';
import { type Composer, createComposer } from '../composer/index.ts';
import { decodeCharacters } from '../markup/index.ts';
import { titleFromName } from '../recognise/index.ts';
import { readText, type SourceReader } from '../source/index.ts';
import { readCues } from './cues.ts';

const MARKS: Readonly<Record<string, MarkKind>> = { i: 'em', b: 'strong', u: 'underline' };
/** Places on the screen, which some programs write into SubRip. */
const POSITION = /\{\\an?\d+\}/g;

/** Subtitles: each cue is a paragraph whose label is its time; who speaks stands before what is said. */
export const subtitlesReader: SourceReader = {
  read(bytes, name, choices) {
    const { text, encoding, remarks } = readText(bytes, choices.encoding);
    const composer = createComposer('trim');
    for (const { time, lines } of readCues(text)) {
      composer.setLabel(time);
      composer.begin('paragraph');
      composeLine(
        lines
          .map((line) => line.trim())
          .join(' ')
          .replace(POSITION, ''),
        composer,
      );
      composer.end();
    }
    return {
      title: titleFromName(name),
      mediaType: text.startsWith('WEBVTT') ? 'text/vtt' : 'application/x-subrip',
      encoding,
      blocks: composer.finish().blocks,
      remarks,
    };
  },
};

function composeLine(line: string, composer: Composer): void {
  const open: { readonly name: string; readonly end: () => void }[] = [];
  for (const piece of line.match(/<[^>]*>|[^<]+|</g) ?? []) {
    const tag = /^<(\/?)([a-z]*)[^\s>]*(?:\s+([^>]*))?>$/i.exec(piece);
    if (tag === null) {
      composer.text(decodeCharacters(piece));
      continue;
    }
    const [, closing, name = '', annotation = ''] = tag;
    const kind = MARKS[name.toLowerCase()];
    if (name.toLowerCase() === 'v' && closing === '' && annotation !== '') {
      composer.text(`${composer.lastCharacter() === '' ? '' : ' '}${decodeCharacters(annotation.trim())}: `);
    } else if (kind !== undefined && closing === '') open.push({ name, end: composer.mark(kind) });
    else if (closing !== '') {
      const at = open.findLastIndex((each) => each.name === name);
      if (at !== -1) for (const { end } of open.splice(at)) end();
    }
  }
  for (const { end } of open) end();
}
