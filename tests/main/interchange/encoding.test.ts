import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../main/interchange/encoding/index.ts';
import { surveyUtf8 } from '../../../main/interchange/encoding/utf8.ts';

const TEXTS = {
  norwegian:
    'Våren kom sent til øya det året. Fiskerne ærgret seg, for sjøen lå blå og stille, men båtene måtte bli på land. «Når går vi?» spurte Åse.',
  german:
    'Die Straße führt über die Brücke; dort hätten wir schöne Mädchen gesehen, größer als üblich. Für Übung müssen Äpfel genügen.',
  french:
    'L’été dernier, nous avons mangé des crêpes à la forêt; où même les élèves étaient là. Noël à Genève fut très agréable.',
  polish:
    'Zażółć gęślą jaźń. W Szczebrzeszynie chrząszcz brzmi w trzcinie i Szczebrzeszyn z tego słynie. Świat łąk jest piękny.',
  russian:
    'Весна пришла на остров поздно. Рыбаки сердились, потому что море было синим и тихим, а лодки стояли на берегу.',
  japanese:
    'これは日本語の文章です。文字コードの判定を試しています。東京は日本の首都であり、世界最大の都市の一つです。',
  simplified: '这是一个中文句子。我们正在测试编码检测。北京是中国的首都，历史悠久。人民群众的生活水平提高了。',
  traditional: '這是一個中文句子。我們正在測試編碼檢測。臺北是臺灣的首都，歷史悠久。人民群眾的生活水準提高了。',
  korean: '이것은 한국어 문장입니다. 우리는 인코딩 감지를 시험하고 있습니다. 서울은 대한민국의 수도이다.',
} as const;

const LEGACY: readonly (readonly [language: keyof typeof TEXTS, encoding: string])[] = [
  ['norwegian', 'windows-1252'],
  ['norwegian', 'iso-8859-1'],
  ['norwegian', 'iso-8859-15'],
  ['norwegian', 'macintosh'],
  ['norwegian', 'cp850'],
  ['norwegian', 'cp865'],
  ['german', 'windows-1252'],
  ['german', 'macintosh'],
  ['german', 'cp850'],
  ['french', 'windows-1252'],
  ['french', 'macintosh'],
  ['polish', 'windows-1250'],
  ['polish', 'iso-8859-2'],
  ['polish', 'cp852'],
  ['russian', 'windows-1251'],
  ['russian', 'koi8-r'],
  ['russian', 'iso-8859-5'],
  ['russian', 'cp866'],
  ['russian', 'maccyrillic'],
  ['japanese', 'shift_jis'],
  ['japanese', 'euc-jp'],
  ['simplified', 'gb18030'],
  ['traditional', 'big5'],
  ['korean', 'euc-kr'],
];

describe('a text of some lines is read in', () => {
  test.each(LEGACY)('%s, %s', (language, encoding) => {
    // Where the encoding lacks a sign of the text (« in KOI8-R, ’ in ISO-8859-1) the writer has lost it already.
    const bytes = iconv.encode(TEXTS[language], encoding);
    const decoded = decode(bytes);
    expect(decoded.text).toBe(iconv.decode(bytes, encoding));
    expect(decoded.replaced).toBe(0);
    expect(decoded.confidence).toBeLessThan(1);
  });

  const unicode = ['utf-8', 'utf-16le', 'utf-16be'].flatMap((encoding) =>
    Object.entries(TEXTS).flatMap(([language, text]) =>
      [true, false].map((marked) => [language, encoding, marked ? 'with' : 'without', text] as const),
    ),
  );
  test.each(unicode)('%s, %s %s a byte-order mark', (_, encoding, mark, text) => {
    const decoded = decode(iconv.encode(text, encoding, { addBOM: mark === 'with' }));
    expect(decoded).toMatchObject({ text, encoding, replaced: 0 });
  });

  test('UTF-32 with its mark', () => {
    expect(decode(iconv.encode(TEXTS.korean, 'utf-32le', { addBOM: true }))).toMatchObject({ text: TEXTS.korean });
  });

  test('ISO-2022-JP, which has no byte beyond ASCII', () => {
    expect(decode(Buffer.from('\x1b$B$3$s$K$A$O\x1b(B\n', 'latin1'))).toMatchObject({ text: 'こんにちは\n' });
  });
});

describe('a line or a word is read in', () => {
  test.each([
    ['café', 'windows-1252'],
    ['blåbær', 'windows-1252'],
    ['it’s 50 €', 'windows-1252'],
    ['Привет', 'windows-1251'],
    ['Привет', 'koi8-r'],
    ['Привет мир', 'cp866'],
    ['北京大学', 'gb18030'],
    ['서울', 'euc-kr'],
    ['Blåbærsyltetøy på brød', 'macintosh'],
    ['Blåbærsyltetøy på brød', 'cp850'],
  ])('%s, %s', (text, encoding) => {
    expect(decode(iconv.encode(text, encoding))).toMatchObject({ text, replaced: 0 });
  });

  test('a foreign name on the last page of a long English text', () => {
    const text = `${'A plain line of English.\n'.repeat(20_000)}Tåsen, 3 mai\n`;
    expect(decode(iconv.encode(text, 'windows-1252')).text).toBe(text);
  });
});

describe('damage', () => {
  test.each([
    ['stray bytes in UTF-8', 'Blåbær \xff og \x80 fløte', 2],
    ['stray bytes in ASCII', 'abc \xff\xfe def', 2],
    ['a byte no Windows text has', 'abc\x81def', 1],
    ['a sequence cut off at the end', 'Blåbær \xe2\x82', 1],
  ])('%s is replaced and counted, not read as garbage', (_, written, replaced) => {
    const bytes = Buffer.concat(
      Array.from(written, (character) =>
        /[åæø]/.test(character) ? Buffer.from(character) : Buffer.from(character, 'latin1'),
      ),
    );
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ encoding: 'utf-8', replaced });
    expect(decoded.text.match(/\uFFFD/g)).toHaveLength(replaced);
  });

  test('a replacement character the writer saved is no damage', () => {
    expect(decode(Buffer.from('was lost: \uFFFD'))).toMatchObject({ confidence: 1, replaced: 0 });
    expect(decode(Buffer.from('\uFEFFlost: \uFFFD', 'utf16le'))).toMatchObject({ encoding: 'utf-16le', replaced: 0 });
    expect(decode(Buffer.concat([Buffer.from('lost: \uFFFD å '), Buffer.of(0xff)]))).toMatchObject({ replaced: 1 });
  });

  test('a byte undefined in a Windows code page shows, as cleaning would drop it unseen', () => {
    const bytes = Buffer.concat([iconv.encode(TEXTS.norwegian, 'windows-1252'), Buffer.of(0x9d)]);
    const decoded = decode(bytes);
    expect(decoded.text.endsWith('\uFFFD')).toBe(true);
    expect(decoded.replaced).toBe(1);
  });
});

test('any text of letters survives UTF-8 and UTF-16 with a mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), (text, encoding) => {
      // The mark of UTF-16 followed by two NULs is the mark of UTF-32.
      const wellFormed = text.toWellFormed().replace(/^\0+/, '');
      expect(decode(iconv.encode(wellFormed, encoding, { addBOM: true })).text).toBe(wellFormed);
    }),
  );
});

test('any text survives UTF-8 without a mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decode(Buffer.from(text)).text).toBe(text.toWellFormed().replace(/^\uFEFF/, ''));
    }),
  );
});

test('a mix of the words of a language is read in each of its encodings', () => {
  for (const [language, encoding] of LEGACY) {
    const words = TEXTS[language].split(/(?<=[\s。，、])/u);
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (shuffled) => {
        const bytes = iconv.encode(shuffled.join(' '), encoding);
        expect(decode(bytes).text, encoding).toBe(iconv.decode(bytes, encoding));
      }),
      // A detector of letter frequencies may fail on some order of words; which orders are tried must not vary.
      { numRuns: 5, seed: 1 },
    );
  }
});

test('faults are counted as the platform counts them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const own = Buffer.from(bytes).toString('latin1').split('\xef\xbf\xbd').length - 1;
      expect(surveyUtf8(bytes).bad).toBe(text.split('\uFFFD').length - 1 - own);
    }),
    { numRuns: 2000 },
  );
});

test('no bytes at all are no trouble', () => {
  expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', confidence: 1, replaced: 0 });
});
