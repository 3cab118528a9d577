const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address a link may have, made whole: `lectern.test` becomes `https://lectern.test/`, `a@b.no` becomes a `mailto:`.
 * Null where it is no address or its scheme could do more than open a page or a letter.
 */
export function safeAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text)
    ? text
    : /^[^@/]+@[^@/]+$/.test(text)
      ? `mailto:${text}`
      : `https://${text}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (!ALLOWED.has(url.protocol)) return null;
  if (url.protocol !== 'mailto:' && !/\.|^localhost$|^\[/.test(url.hostname)) return null;
  return url.href;
}
