/** Summaries of what a notebook holds, before they have a format: one builder for each kind of thing. */
import type { Connection } from '../../../db/index.ts';
import type { ExportSubject } from '../../contract/index.ts';
import { type SummaryDocument, wordsFor } from '../../interchange/index.ts';
import { type SummaryChoices, USUAL_CHOICES } from './choices.ts';
import { cite } from './cite.ts';
import { entitySummary } from './entity.ts';
import { type Labels, labelsFor, type SummaryLanguage } from './labels.ts';
import { noteSummary } from './note.ts';
import { outlineSummary } from './outline.ts';
import { createQuoting, type Quoting } from './quotations.ts';
import { searchSummary } from './search.ts';
import { sourceSummary } from './source.ts';
import type { Summary } from './summary.ts';
import { tagSummary } from './tag.ts';

export { type SummaryChoices, USUAL_CHOICES } from './choices.ts';
export type { SummaryLanguage } from './labels.ts';

/**
 * Makes the summary of something in the notebook.
 * @param createdAt ISO 8601, UTC
 * @throws LecternError `not-found`, `bad-style`
 */
export function buildSummary(
  connection: Connection,
  subject: ExportSubject,
  language: SummaryLanguage,
  createdAt: string,
  choices: SummaryChoices = USUAL_CHOICES,
): SummaryDocument {
  const quoting = createQuoting(connection, choices, wordsFor(language).quotes);
  const summary = summaryOf(connection, subject, quoting, labelsFor(language), choices);
  const { contents, inMargin } = choices;
  const document = cite(
    { ...summary, language, createdAt, contents, inMargin, sources: quoting.sources(language) },
    choices,
    language,
  );
  return choices.sources ? document : { ...document, sources: [] };
}

function summaryOf(
  connection: Connection,
  subject: ExportSubject,
  quoting: Quoting,
  labels: Labels,
  choices: SummaryChoices,
): Summary {
  switch (subject.kind) {
    case 'outline':
      return outlineSummary(connection, subject, quoting, labels, choices);
    case 'source':
      return sourceSummary(connection, subject.id, quoting, labels, choices);
    case 'tag':
      return tagSummary(connection, subject.id, quoting, labels, choices);
    case 'entity':
      return entitySummary(connection, subject.id, quoting, labels);
    case 'note':
      return noteSummary(connection, subject.id, quoting, labels);
    case 'search':
      return searchSummary(connection, subject.query, quoting, labels);
  }
}
