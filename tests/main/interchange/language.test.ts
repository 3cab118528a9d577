import { expect, test } from 'vitest';
import { readSource } from '../../../main/interchange/index.ts';
import { detectLanguage } from '../../../main/interchange/language/index.ts';

const TEXTS: readonly (readonly [language: string, text: string])[] = [
  [
    'nb',
    'Det var en gang en mann som ikke hadde noe å spise, og han gikk da ut i verden for å finne lykken sin hos andre folk.',
  ],
  [
    'nn',
    'Det var ein gong ein mann som ikkje hadde noko å eta, og han gjekk då ut i verda for å finna lukka si hjå andre, men frå garden kom ho.',
  ],
  [
    'da',
    'Der var engang en mand som ikke havde noget at spise, og han gik da ud i verden for at finde lykken, men kom ikke langt af sted.',
  ],
  [
    'sv',
    'Det var en gång en man som inte hade något att äta, och han gick då ut i världen för att finna lyckan hos andra.',
  ],
  [
    'en',
    'There was once a man who had nothing to eat, and so he went out into the world to look for his luck among other people.',
  ],
  [
    'de',
    'Das Haus, in dem er nicht mehr wohnte, war noch immer leer, und niemand wollte es kaufen, obwohl es sehr schön war.',
  ],
  [
    'fr',
    'Il y avait une fois un homme qui n’avait rien à manger, et il est parti dans le monde pour chercher sa chance avec les autres.',
  ],
  [
    'es',
    'Había una vez un hombre que no tenía nada para comer y se fue por el mundo para ver si encontraba su suerte.',
  ],
  ['pt', 'Era uma vez um homem que não tinha nada para comer e foi pelo mundo para ver se encontrava a sua sorte.'],
  [
    'pl',
    'Był raz człowiek, który nie miał co jeść, i poszedł w świat, aby szukać szczęścia, ale nie wiedział, że już go nie ma przy nim.',
  ],
  [
    'ru',
    'В тот год зима пришла рано, и река встала ещё до праздника. Люди запасали дрова и молчали, потому что никто не знал, что будет дальше.',
  ],
  [
    'uk',
    'Того року зима прийшла рано, і річка стала ще до свята. Люди запасали дрова й мовчали, бо ніхто не знав, що буде далі, але вони чекали.',
  ],
  ['ja', 'その年の冬は早く来て、川は祭りの前に凍った。人々は薪を蓄え、黙っていた。'],
  ['zh', '那年冬天来得很早，节日之前河水就结冰了。人们储存木柴，沉默不语。'],
  ['ka', 'იმ წელს ზამთარი ადრე მოვიდა და მდინარე დღესასწაულამდე გაიყინა.'],
];

test.each(TEXTS)('%s is told by its words or its letters', (language, text) => {
  const found = detectLanguage(text);
  expect(found?.language).toBe(language);
  expect(found?.confidence).toBeGreaterThan(0.2);
  expect(found?.confidence).toBeLessThanOrEqual(1);
});

test('names alone, and a few words, are no language', () => {
  const names =
    'Oslo Bergen Trondheim Stavanger Kristiansand Tromsø Bodø Hamar Drammen Moss Halden Larvik Skien Arendal Mandal';
  expect(detectLanguage(`${names} ${names}`)).toBeUndefined();
  expect(detectLanguage('og så kom han')).toBeUndefined();
  expect(detectLanguage('')).toBeUndefined();
});

test('what a file says of its language is not doubted', async () => {
  const [, norwegian = ''] = TEXTS[0] ?? [];
  const plain = await readSource(new TextEncoder().encode(norwegian), 'a.txt');
  expect(plain).toMatchObject({ language: 'nb' });
  expect(plain.languageConfidence).toBeGreaterThan(0.2);
  const said = await readSource(new TextEncoder().encode(`---\nlang: se\n---\n${norwegian}`), 'a.md');
  expect(said).toMatchObject({ language: 'se' });
  expect(said.languageConfidence).toBeUndefined();
});

test('what a file calls its language is written as all others write it', async () => {
  const read = async (language: string) =>
    (await readSource(Buffer.from(`---\nlang: ${language}\n---\nWords.\n`), 'notes.md')).language;
  expect(await read('EN_us')).toBe('en-US');
  expect(await read('Old Norse, perhaps')).toBe('Old Norse, perhaps');
});
