import type { Output } from '../../main/contract/index.ts';
import type { Client, Host } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { tell } from '../messages/index.ts';
import { doDeed, go } from '../state/index.ts';

/** Says whether a file is taken for an outline when it is imported like any other; Markdown is taken for a source. */
export function isOutlineFile({ name }: File): boolean {
  return /\.opml$/i.test(name);
}

/** Makes an outline of a file and opens it. @throws CallFailed */
export async function importOutlineFile(client: Client, host: Host, file: File): Promise<void> {
  const upload = await host.upload(file, new AbortController().signal);
  announce(await doDeed(client, 'outlines.import', { upload, name: file.name }));
}

/** Makes an outline of pasted text and opens it. @throws CallFailed */
export async function importOutlineText(client: Client, text: string): Promise<void> {
  announce(await doDeed(client, 'outlines.import', { text, title: t('outline.untitled') }));
}

/** What had to be left out stays on the screen until it was read. */
function announce({ outline, remarks }: Output<'outlines.import'>): void {
  go({ view: 'outline', outlineId: outline.id });
  const values = { title: outline.title, items: outline.items };
  if (remarks.length === 0) {
    tell({ tone: 'status', key: 'outline.imported', values });
    return;
  }
  const what = remarks.map(({ code, count }) => t(`outline.remark.${code}`, { count })).join(' ');
  tell({ tone: 'alert', key: 'outline.importedBut', values: { ...values, what } });
}
