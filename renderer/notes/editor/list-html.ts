/**
 * Lists as other programs put them on the clipboard, said with the elements and signs a note knows: Word writes paragraphs that
 * begin with a sign, others write boxes to tick.
 */
export function withLists(page: Document): void {
  for (const box of page.querySelectorAll<HTMLInputElement>(
    'li > input[type=checkbox], li > p > input[type=checkbox]',
  )) {
    const item = box.closest('li');
    if (item) item.dataset.checked = String(box.hasAttribute('checked'));
  }
  for (const item of page.querySelectorAll<HTMLElement>('li[role=checkbox]')) {
    item.dataset.checked = String(item.getAttribute('aria-checked') === 'true');
  }
  for (const line of page.querySelectorAll('p')) {
    if (levelOf(line) > 0 && levelOf(line.previousElementSibling) === 0) makeList(line);
  }
}

/** How deep in a list of Word's a paragraph stands, from 1; 0 where it is in none. */
function levelOf(line: Element | null): number {
  const style = line?.localName === 'p' ? line.getAttribute('style') : null;
  return Number(style?.match(/mso-list:\s*l\d+\s+level([1-9])/i)?.[1] ?? 0);
}

/** Puts the paragraph and those of lists after it into lists within lists. */
function makeList(first: Element): void {
  const open: { readonly list: Element; readonly level: number }[] = [];
  const place = first.ownerDocument.createComment('');
  first.before(place);
  for (let line: Element | null = first; line !== null && levelOf(line) > 0; ) {
    const next: Element | null = line.nextElementSibling;
    const level = levelOf(line);
    const sign = line.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]');
    const words = sign?.textContent?.trim() ?? '';
    sign?.remove();
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    let within = open.at(-1);
    if (within === undefined || within.level < level) {
      const list = line.ownerDocument.createElement(/^[\p{L}\p{N}]+[.)]$/u.test(words) ? 'ol' : 'ul');
      const start = Number.parseInt(words, 10);
      if (start > 1) list.setAttribute('start', String(start));
      if (within?.list.lastElementChild) within.list.lastElementChild.append(list);
      else place.before(list);
      within = { list, level };
      open.push(within);
    }
    const item = line.ownerDocument.createElement('li');
    line.removeAttribute('style');
    item.append(line);
    within.list.append(item);
    line = next;
  }
  place.remove();
}
