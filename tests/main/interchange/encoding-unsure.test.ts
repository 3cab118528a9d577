import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode, encodingReadings, isContested, readingIn } from '../../../main/interchange/encoding/index.ts';
import { plainTextReader } from '../../../main/interchange/index.ts';

/** Short texts in every encoding the old files of a researcher are in. */
const TEXTS: readonly (readonly [encoding: string, text: string])[] = [
  ['windows-1252', 'Så kom han ned til elva og så båten ligge der, full av vann.'],
  ['iso-8859-15', 'Hun gråt ikke, men gikk hjem over åkrene.'],
  ['cp850', 'Så kom han ned til elva og så båten ligge der.'],
  ['macroman', 'Så kom han ned til elva og så båten ligge der.'],
  ['macroman', 'À midi, tout était déjà terminé ; où étaient-ils passés ?'],
  ['cp850', 'À midi, tout était déjà terminé ; où étaient-ils passés ?'],
  ['windows-1250', 'Żołnierze przyszli do wsi i zabrali wszystko, co było można wziąć.'],
  ['iso-8859-2', 'Żołnierze przyszli do wsi i zabrali wszystko, co było można wziąć.'],
  ['windows-1250', 'Když přišla zpráva o příměří, lidé vyběhli do ulic.'],
  ['iso-8859-2', 'Když přišla zpráva o příměří, lidé vyběhli do ulic.'],
  ['cp852', 'Když přišla zpráva o příměří, lidé vyběhli do ulic.'],
  ['windows-1251', 'В тот год зима пришла рано, и река встала.'],
  ['koi8-r', 'В тот год зима пришла рано, и река встала.'],
  ['iso-8859-5', 'В тот год зима пришла рано, и река встала.'],
  ['cp866', 'В тот год зима пришла рано, и река встала.'],
  ['maccyrillic', 'В тот год зима пришла рано, и река встала.'],
  ['shift_jis', 'その年の冬は早く来て、川は祭りの前に凍った。'],
  ['gb18030', '那年冬天来得很早，节日之前河水就结冰了。'],
  ['big5', '那年冬天來得很早，節日之前河水就結冰了。'],
  ['euc-kr', '그해 겨울은 일찍 왔고 강은 축제 전에 얼어붙었다.'],
];

describe('whatever is not read right is asked about, and the right reading is among the first that are offered', () => {
  test.each(TEXTS)('%s: %s', (encoding, text) => {
    for (const length of [text.length, 40, 24]) {
      const bytes = iconv.encode(text.slice(0, length), encoding);
      const right = iconv.decode(bytes, encoding);
      const decoded = decode(bytes);
      if (decoded.text !== right) expect(isContested(bytes, decoded), `${length} characters`).toBe(true);
      expect(encodingReadings(bytes).map(({ sample }) => sample)).toContain(right.trim());
    }
  });
});

test('what is plainly in one encoding is not asked about', () => {
  const sure = TEXTS.filter(([encoding, text]) => {
    const bytes = iconv.encode(text, encoding);
    return !isContested(bytes, decode(bytes));
  });
  const named = 'windows-1252 iso-8859-15 cp850 macroman iso-8859-2 windows-1250 cp852 koi8-r iso-8859-5 cp866';
  expect(sure.map(([encoding]) => encoding)).toEqual([...named.split(' '), 'shift_jis', 'gb18030', 'big5', 'euc-kr']);
});

test('the remark of an import says whether somebody should look', () => {
  const codes = (text: string, encoding: string) =>
    plainTextReader.read(iconv.encode(text, encoding), 'a.txt').remarks.map(({ code }) => code);
  expect(codes('Så kom han ned til elva og så båten ligge der, full av vann.', 'windows-1252')).toEqual([
    'guessed-encoding',
  ]);
  expect(codes('À midi, tout était déjà terminé ; où étaient-ils passés ?', 'cp850')).toContain('unsure-encoding');
  expect(codes('Så kom han.', 'utf-8')).toEqual([]);
});

test('a sample is of the lines that tell, and ends', () => {
  const long = `${'plain words\n'.repeat(20_000)}Ås og Ærø\n${'more\n'.repeat(100)}`;
  expect(readingIn(iconv.encode(long, 'windows-1252'), 'windows-1252').sample).toContain('Ås og Ærø');
  const whole = encodingReadings(iconv.encode('årene gikk '.repeat(9000), 'windows-1252'));
  expect(whole.every(({ sample }) => sample.length <= 1201)).toBe(true);
});
