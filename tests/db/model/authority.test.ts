import { describe, expect, test } from 'vitest';
import { addressOf, readCoordinates, readIdentifier, writeCoordinates } from '../../../db/model/index.ts';

describe('identifiers', () => {
  test.each([
    ['wikidata', 'Q855', 'Q855', 'https://www.wikidata.org/wiki/Q855'],
    ['wikidata', ' q855 ', 'Q855', 'https://www.wikidata.org/wiki/Q855'],
    ['wikidata', 'http://www.wikidata.org/entity/Q855', 'Q855', 'https://www.wikidata.org/wiki/Q855'],
    ['wikidata', 'wikidata.org/wiki/Q855#sitelinks', 'Q855', 'https://www.wikidata.org/wiki/Q855'],
    ['viaf', 'https://viaf.org/viaf/12345678/', '12345678', 'https://viaf.org/viaf/12345678'],
    ['geonames', 'https://www.geonames.org/3143244/oslo.html', '3143244', 'https://www.geonames.org/3143244'],
    ['gnd', '118642499', '118642499', 'https://d-nb.info/gnd/118642499'],
    ['gnd', '4042028-9', '4042028-9', 'https://d-nb.info/gnd/4042028-9'],
    // The example of ORCID's own page on the structure of its identifiers.
    ['orcid', 'https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
    ['orcid', '0000-0002-9079-593x', '0000-0002-9079-593X', 'https://orcid.org/0000-0002-9079-593X'],
    ['own', 'Box 12, letter 3', 'Box 12, letter 3', null],
  ])('%s: %s', (kind, text, value, address) => {
    expect(readIdentifier(kind, text)).toEqual({ kind, value });
    expect(addressOf({ kind, value })).toBe(address);
  });

  test.each([
    ['wikidata', '855'],
    ['wikidata', 'Q0'],
    ['wikidata', 'https://evil.example/wiki/Q855'],
    ['wikidata', 'javascript:alert(1)'],
    ['viaf', 'abc'],
    ['geonames', '0'],
    ['gnd', '12'],
    ['orcid', '0000-0002-1825-0098'],
    ['orcid', '0000000218250097'],
    ['own', ' '],
  ])('%s has no %s', (kind, text) => {
    expect(readIdentifier(kind, text)).toBeNull();
    expect(addressOf({ kind, value: text })).toBeNull();
  });
});

describe('coordinates', () => {
  test.each([
    ['59.9139, 10.7522', 59.9139, 10.7522],
    ['59.9139 10.7522', 59.9139, 10.7522],
    ['59,9139; 10,7522', 59.9139, 10.7522],
    ['59,9139 10,7522', 59.9139, 10.7522],
    ['33.9° S, 18.4° E', -33.9, 18.4],
    ['40.7N 74W', 40.7, -74],
    ['-90,180', -90, 180],
  ])('%s', (text, latitude, longitude) => {
    const read = readCoordinates(text);
    expect(read).toEqual({ latitude, longitude });
    if (read) expect(readCoordinates(writeCoordinates(read))).toEqual(read);
  });

  test.each(['', '59.9', '91, 0', '0, 181', 'north', '1, 2, 3'])('%s are none', (text) => {
    expect(readCoordinates(text)).toBeNull();
  });
});
