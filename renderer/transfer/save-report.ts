import type { ImportedFile } from '../../main/contract/index.ts';
import type { Client, Host } from '../client/index.ts';
import { formatDateTime, t } from '../i18n/index.ts';
import { tellFailure } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import { resultsAsText } from './import-results.tsx';

/** Has the shell save a report of an import as a text. @param at when the import was, ISO 8601 */
export async function saveReport(
  client: Client,
  host: Host,
  at: string,
  files: readonly ImportedFile[],
): Promise<void> {
  try {
    const title = t('import.reportOf', { when: formatDateTime(at) });
    const { download, fileName } = await client.call('exports.text', { title, text: resultsAsText(title, files) });
    host.download(download, fileName);
  } catch (error) {
    tellFailure(failureOf(error));
  }
}
