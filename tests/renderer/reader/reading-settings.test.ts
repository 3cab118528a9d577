import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULTS, LIMITS, settingsOf } from '../../../renderer/reader/settings/reading-settings.ts';

test('settings that were kept are settings again, and nothing kept is how it is at first', () => {
  const kept = { font: 'mono', size: 21, leading: 2, width: 500, numbers: false, pageLines: false, paper: 'sepia' };
  expect(settingsOf(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(settingsOf(null)).toEqual(DEFAULTS);
  expect(settingsOf({ ...kept, font: 'Comic', size: 'large', pageLines: 'no', paper: 3 })).toEqual({
    ...kept,
    font: DEFAULTS.font,
    size: DEFAULTS.size,
    pageLines: DEFAULTS.pageLines,
    paper: DEFAULTS.paper,
  });
});

test('whatever a notebook holds under the key, the text can be read', () => {
  const wild = fc.oneof(
    fc.jsonValue(),
    fc.record({
      font: fc.jsonValue(),
      size: fc.double(),
      leading: fc.double(),
      width: fc.double(),
      numbers: fc.jsonValue(),
    }),
  );
  fc.assert(
    fc.property(wild, (value) => {
      const settings = settingsOf(value);
      for (const key of ['size', 'leading', 'width'] as const) {
        expect(settings[key]).toBeGreaterThanOrEqual(LIMITS[key].min);
        expect(settings[key]).toBeLessThanOrEqual(LIMITS[key].max);
      }
      expect(settingsOf(settings)).toEqual(settings);
    }),
  );
});
