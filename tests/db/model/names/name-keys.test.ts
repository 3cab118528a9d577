import { expect, test } from 'vitest';
import { soundKey, wordKey } from '../../../../db/model/names/index.ts';

test.each([
  ['Sinovjev', 'Zinoviev', 'Зиновьев'],
  ['Trotskij', 'Trotsky', 'Троцкий', 'Trockij'.replace('ck', 'tsk')],
  ['Khrusjtsjov', 'Khrushchev', 'Хрущёв'],
  ['Dzjugasjvili', 'Dzhugashvili', 'Джугашвили'],
  ['Grigorij Sinovjev', 'Grigory Zinoviev', 'Григорий Зиновьев'],
  ['Müller-Lüdenscheidt', 'Muller Ludenscheidt'],
])('%s sounds like its other spellings', (...spellings) => {
  expect(new Set(spellings.map(soundKey)).size).toBe(1);
  expect(soundKey(spellings[0] ?? '')).not.toBe('');
});

test('other names sound otherwise, and short ones say nothing', () => {
  expect(soundKey('Kamenev')).not.toBe(soundKey('Kalinin'));
  expect(soundKey('Berija')).toBe('');
  expect(soundKey('…')).toBe('');
});

test('the order of words, case, accents and signs make no other name', () => {
  expect(wordKey('Stalin, Josef')).toBe(wordKey('Josef STALIN'));
  expect(wordKey('Bjørn Ås')).toBe(wordKey('Bjorn As'));
  expect(wordKey('Josef')).not.toBe(wordKey('Josef Stalin'));
});
