/** Comments, instructions and tags of XML, and a bracket that belongs to none: closing mark, name, attributes, mark of an empty one. */
export const TOKEN: RegExp =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|[<>]/g;

/** Whether every element of an XML text is closed where it should be; citeproc itself mends what is broken by guessing. */
export function isBalanced(xml: string): boolean {
  const open: string[] = [];
  let roots = 0;
  for (const [token, closing, name, , empty] of xml.matchAll(TOKEN)) {
    if (name === undefined) {
      if (token === '<') return false;
    } else if (closing === '/') {
      if (open.pop() !== name) return false;
    } else {
      if (open.length === 0) roots += 1;
      if (empty !== '/') open.push(name);
    }
  }
  return open.length === 0 && roots === 1;
}
