import { CITATION_STYLE_SETTING, type ExportChoices } from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { tellFailure } from '../../messages/index.ts';
import { doDeed, failureOf, notebook, useQuery } from '../../state/index.ts';

/** How sources are named. */
export type CitationStyle = Pick<ExportChoices, 'style' | 'csl'>;

/** The style chosen last in this notebook, which exports begin with and copied quotations have. */
export function useCitationStyle(): CitationStyle {
  const { data } = useQuery('settings.get', { key: CITATION_STYLE_SETTING });
  return isStyle(data?.value) ? data.value : {};
}

/** Keeps the style of these choices in the notebook where it is another. */
export function keepCitationStyle(client: Client, before: CitationStyle, { style, csl }: ExportChoices): void {
  if (notebook.get().status?.readOnly !== false || (style === before.style && csl === before.csl)) return;
  const value = csl === undefined ? { style: style ?? 'plain' } : { csl };
  doDeed(client, 'settings.set', { key: CITATION_STYLE_SETTING, value }).catch((error: unknown) =>
    tellFailure(failureOf(error)),
  );
}

function isStyle(value: unknown): value is CitationStyle {
  return typeof value === 'object' && value !== null && ('style' in value || 'csl' in value);
}
