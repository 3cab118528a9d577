/** A locator as CSL knows it: what kind of place, and which; or words that follow the citation. */
export type CitedPlace =
  | { readonly label: 'page' | 'paragraph' | 'chapter'; readonly locator: string; readonly suffix?: string }
  | { readonly suffix: string }
  | Record<string, never>;

/** Takes apart what `formatLocator` writes: `¶ 38–40`, `p. 41, ¶ 38`, `ch. 3, ¶ 38`. */
export function citedPlace(locator: string): CitedPlace {
  const [, paragraph] = /^¶ ([\d–-]+)$/.exec(locator) ?? [];
  if (paragraph !== undefined) return { label: 'paragraph', locator: paragraph };
  const [, kind = '', place, rest = ''] = /^(pp?|s|ch|kap)\. ?([^,]+)(,.*)?$/.exec(locator) ?? [];
  if (place !== undefined) {
    const label = /^(?:ch|kap)$/.test(kind) ? 'chapter' : 'page';
    return { label, locator: place, ...(rest !== '' && { suffix: rest }) };
  }
  return locator === '' ? {} : { suffix: `, ${locator}` };
}
