const SAFE_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address of a run where it is one a document may carry: the web or mail, never a script or a local file. */
export function safeLink(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const { protocol, href } = new URL(link);
  return SAFE_SCHEMES.has(protocol) ? href : undefined;
}
