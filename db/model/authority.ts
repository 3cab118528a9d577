import type { Identifier } from './identifier.ts';

/** Registers that number what entities are about. Any other kind is the researcher's own, and anything may stand there. */
export const AUTHORITIES = ['wikidata', 'viaf', 'geonames', 'gnd', 'orcid'] as const;

export type Authority = (typeof AUTHORITIES)[number];

/** The kind of a number the researcher, an archive or an institution gave. */
export const OWN_IDENTIFIER = 'own';

interface Rule {
  /** As the register writes it: the patterns Wikidata keeps of each, https://www.wikidata.org. */
  readonly pattern: RegExp;
  /** The address of a number on the web, up to the number. */
  readonly web: string;
  /** How else its addresses begin. */
  readonly others: readonly string[];
}

const RULES: Readonly<Record<Authority, Rule>> = {
  wikidata: {
    pattern: /^Q[1-9]\d{0,11}$/,
    web: 'https://www.wikidata.org/wiki/',
    others: ['https://www.wikidata.org/entity/'],
  },
  viaf: { pattern: /^[1-9]\d{0,21}$/, web: 'https://viaf.org/viaf/', others: [] },
  geonames: { pattern: /^[1-9]\d{0,11}$/, web: 'https://www.geonames.org/', others: ['https://sws.geonames.org/'] },
  gnd: {
    pattern: /^(?:1[0123]?\d{7}[0-9X]|[47]\d{6}-\d|[1-9]\d{0,7}-[0-9X]|3\d{7}[0-9X])$/,
    web: 'https://d-nb.info/gnd/',
    others: [],
  },
  orcid: { pattern: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, web: 'https://orcid.org/', others: [] },
};

export function isAuthority(kind: string): kind is Authority {
  return (AUTHORITIES as readonly string[]).includes(kind);
}

/**
 * An identifier of a kind from what was written or pasted: an address of the register is taken off. Null where the
 * register has no such numbers.
 */
export function readIdentifier(kind: string, text: string): Identifier | null {
  const written = text.trim();
  if (written === '') return null;
  if (!isAuthority(kind)) return { kind, value: written };
  const { web, others } = RULES[kind];
  const address = [web, ...others].map(bare).find((each) => bare(written).startsWith(each));
  const number = address === undefined ? written : bare(written).slice(address.length);
  const value = (number.split(/[/?#]/)[0] ?? '').toUpperCase();
  return isOf(kind, value) ? { kind, value } : null;
}

/** An address without what people leave out of it. */
function bare(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, '');
}

/** The address of an identifier on the web; null for a kind that has none. */
export function addressOf({ kind, value }: Identifier): string | null {
  return isAuthority(kind) && isOf(kind, value) ? RULES[kind].web + value : null;
}

/** Whether a register could have given this number. */
function isOf(kind: Authority, value: string): boolean {
  return RULES[kind].pattern.test(value) && (kind !== 'orcid' || hasOrcidCheck(value));
}

/** The last sign checks the others: ISO 7064 MOD 11-2, https://support.orcid.org/hc/en-us/articles/360006897674. */
function hasOrcidCheck(value: string): boolean {
  const digits = value.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}
