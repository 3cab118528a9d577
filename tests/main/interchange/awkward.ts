import fc from 'fast-check';

/** Characters Markdown, XML and line readers stumble over, among plain words in several scripts. */
const PIECES = [
  ...'\\`*_{}[]()<>#+-.!|~^&=:;"\'/$%@?,0123456789',
  ...' \u00a0\u2003\u2028\u200b\u3000\t',
  ...'aBæøåЖіოქيש漢é\u0301«»“”–—…¶',
  '🏛️',
  '𐍈',
  '1.',
  '1)',
  '- ',
  '+ ',
  '* ',
  '# ',
  '> ',
  '```',
  '~~~',
  '---',
  '===',
  '***',
  '**',
  '__',
  '~~',
  '    ',
  '&amp;',
  '&#65;',
  '<b>',
  '<!--',
  '</u>',
  '<u>',
  'http://a.b',
  '[x](y)',
  '![',
  '[^1]:',
  '[x]:',
  '| a |',
  ':--',
  '|---|',
  'ord',
  'word',
  ' ',
  'slik',
  'det var',
];

/** One line of awkward text. */
export const awkwardLine = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));

/** One line of awkward text with something to see in it. */
export const visibleLine = awkwardLine.filter((line) => /[^\s\u200b]/.test(line));

/** Some lines of it, none of them blank. */
export const awkwardLines = fc.array(visibleLine, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
