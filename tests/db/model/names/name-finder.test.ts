import { expect, test } from 'vitest';
import { longestNames, nameFinder } from '../../../../db/model/names/index.ts';

function found(names: readonly string[], text: string): string[] {
  const find = nameFinder(names.map((name) => ({ owner: name, name })));
  return longestNames(find(text)).map(({ start, end }) => text.slice(start, end));
}

test.each([
  // The name as a whole word, in Norwegian and English.
  [['Stalin'], 'Stalin, Stalins og Stalingrad, stalinisme', ['Stalin', 'Stalins']],
  [['Lenin'], 'Leningrad, Lenins, leninist, Lenin', ['Lenins', 'Lenin']],
  [
    ['Stalin'],
    "Stalin's, Stalin’s, (Stalin) «Stalin» Stalin-tiden",
    ["Stalin's", 'Stalin’s', 'Stalin', 'Stalin', 'Stalin'],
  ],
  [['Stalin'], "avstaliniseringsprosess, Stalin1, _Stalin_ Stalin'sk", ['Stalin', 'Stalin']],
  [['Jens'], "Jens' bok, Jens’ bok, 'Jens' sa", ["Jens'", 'Jens’', 'Jens']],
  [['Josef Stalin'], 'Josefs Stalin, Josef Stalins', ['Josef Stalins']],
  [['Josef Stalin', 'Josef'], 'Josefs Stalin', ['Josefs']],
  // A word in lower case is no name, whatever names there are; a name in lower case may begin a sentence.
  [['Stalin'], 'STALIN stalin STALINS', ['STALIN', 'STALINS']],
  [['Rose'], 'en rose til Rose', ['Rose']],
  [['triumviratet'], 'Triumviratet og triumviratets', ['Triumviratet', 'triumviratets']],
  [
    ['Charles de Gaulle'],
    'Charles de Gaulle, Charles De Gaulle, charles de gaulle',
    ['Charles de Gaulle', 'Charles De Gaulle'],
  ],
  // Short names as written.
  [['IT'], 'IT it It ITs', ['IT', 'ITs']],
  [['Bø'], 'Bø Bo BØ Bøs', ['Bø', 'Bøs']],
  // Longer ones whatever their accents and ligatures.
  [['Grønland'], 'Gronland Grønlands Grónland', ['Gronland', 'Grønlands', 'Grónland']],
  [['Müller'], 'Mu\u0308ller Muller', ['Mu\u0308ller', 'Muller']],
  [['Ærø festning'], 'Aerø festning', ['Aerø festning']],
  // The longest name wins, and no two overlap.
  [['Stalin', 'Josef Stalin'], 'Josef Stalin and Stalin', ['Josef Stalin', 'Stalin']],
  [['Gori', 'Gori i Georgia'], 'i Gori i Georgia', ['Gori i Georgia']],
  [['Josef Stalin', 'Stalin Prize'], 'Josef Stalin Prize', ['Josef Stalin']],
  [['Lenin', 'Lenins testamente'], 'Lenins testamente', ['Lenins testamente']],
  // Any white space between the words of a name, and none or some behind an initial.
  [
    ['Josef Stalin'],
    'Josef\u00a0Stalin, Josef  Stalin, Josef, Stalin, Josef den Stalin',
    ['Josef\u00a0Stalin', 'Josef  Stalin'],
  ],
  [['J. V. Stalin'], 'J.V. Stalin J. V. Stalin', ['J.V. Stalin', 'J. V. Stalin']],
  // Capital letters on both sides of a hyphen make a name of their own.
  [['Europa', 'Stalin', 'Anne'], 'Øst-Europa, Anne-Marie, anti-Stalin, Stalin-er', ['Stalin', 'Stalin']],
  [['Øst-Europa', 'Europa'], 'Øst-Europas Europa, Øst‑Europa', ['Øst-Europas', 'Europa', 'Øst‑Europa']],
  // Russian cases.
  [
    ['Сталин'],
    'Сталин Сталина Сталину Сталиным Сталине Сталинград сталинский Сталинский',
    ['Сталин', 'Сталина', 'Сталину', 'Сталиным', 'Сталине'],
  ],
  [['Москва'], 'Москва Москвы Москве Москву Москвой москвич', ['Москва', 'Москвы', 'Москве', 'Москву', 'Москвой']],
  [['Троцкий'], 'Троцкого Троцкому Троцким Троцком', ['Троцкого', 'Троцкому', 'Троцким', 'Троцком']],
  [['Крупская'], 'Крупской Крупскую', ['Крупской', 'Крупскую']],
  [['Россия'], 'России Россию Россией', ['России', 'Россию', 'Россией']],
  [['Гоголь'], 'Гоголя Гоголю Гоголем', ['Гоголя', 'Гоголю', 'Гоголем']],
  [['Лев Троцкий'], 'Льва Троцкого', ['Льва Троцкого']],
  [['Иосиф Сталин'], 'Иосифа Сталина', ['Иосифа Сталина']],
  [['Хрущёв'], 'Хрущев, Хрущёву', ['Хрущев', 'Хрущёву']],
  [['Иван'], 'Ивана Иванов Иванова', ['Ивана']],
  // Other scripts, and marks that belong to a letter.
  [['იოსებ სტალინი'], 'georgisk: იოსებ სტალინი Iosseb', ['იოსებ სტალინი']],
  [['毛泽东'], '主席毛泽东说', ['毛泽东']],
  [['राम'], 'राम रोम', ['राम']],
  [['Zoe'], 'Zoé Zoe\u0301 Zoe', ['Zoe']],
  [['Zoé'], 'Zoe\u0301 Zoé', ['Zoe\u0301', 'Zoé']],
  [['Sta\u00adlin', 'Oslo'], 'Stalin Sta\u00adlin \u200eOslo\u200e', ['Stalin', 'Sta\u00adlin', 'Oslo']],
  [['𝔘nd Æsop'], '😀𝔘nd Æsop', ['𝔘nd Æsop']],
  // Signs that belong to a name.
  [['A.B. (C)*'], 'A.B. (C)* AxBx', ['A.B. (C)*']],
  [['C++'], 'C++ and C', ['C++']],
  [["O'Brien"], 'O’Brien, O Brien', ['O’Brien']],
  [[], 'anything', []],
  [['  ', '…'], 'anything …', []],
] as const)('%j in %j', (names, text, expected) => {
  expect(found(names, text)).toEqual(expected);
});

test('says whose name it is, and who else is meant by these words or named inside of them', () => {
  const names = [
    { owner: 'leader', name: 'Lenin' },
    { owner: 'ship', name: 'Lenin' },
    { owner: 'leader', name: 'Vladimir Lenin' },
    { owner: 'letter', name: 'Lenins testamente' },
    { owner: 'brother', name: 'Leni' },
  ];
  const brief = (text: string) =>
    longestNames(nameFinder(names)(text)).map(({ names: meant, within }) => [
      meant.map(({ owner }) => owner).sort(),
      within.map(({ owner }) => owner).sort(),
    ]);
  expect(brief('Lenin')).toEqual([[['leader', 'ship'], []]]);
  expect(brief('Vladimir Lenin')).toEqual([[['leader'], ['ship']]]);
  expect(brief('Lenins testamente')).toEqual([[['letter'], ['leader', 'ship']]]);
  const [hans] = longestNames(
    nameFinder([
      { owner: 'a', name: 'Han Solo' },
      { owner: 'b', name: 'Hans' },
      { owner: 'c', name: 'Han' },
    ])('Han Hans'),
  ).slice(1);
  expect(
    hans?.names.map(({ owner }) => owner),
    'its own form comes before a genitive',
  ).toEqual(['b']);
  expect(hans?.within.map(({ owner }) => owner)).toEqual(['c']);
});
