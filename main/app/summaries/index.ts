/** Summaries of what a notebook holds, before they have a format: one builder for each kind of thing. */
import type { Connection } from '../../../db/index.ts';
import type { ExportKind } from '../../contract/index.ts';
import { type SummaryDocument, wordsFor } from '../../interchange/index.ts';
import { type SummaryChoices, USUAL_CHOICES } from './choices.ts';
import { cite } from './cite.ts';
import { entitySummary } from './entity.ts';
import { type Labels, labelsFor, type SummaryLanguage } from './labels.ts';
import { noteSummary } from './note.ts';
import { outlineSummary } from './outline.ts';
import { createQuoting, type Quoting } from './quotations.ts';
import { sourceSummary } from './source.ts';
import type { Summary } from './summary.ts';
import { tagSummary } from './tag.ts';

export { type SummaryChoices, USUAL_CHOICES } from './choices.ts';
export type { SummaryLanguage } from './labels.ts';

type Builder = (
  connection: Connection,
  id: string,
  quoting: Quoting,
  labels: Labels,
  choices: SummaryChoices,
) => Summary;

const BUILDERS: Readonly<Record<ExportKind, Builder>> = {
  outline: outlineSummary,
  source: sourceSummary,
  tag: tagSummary,
  entity: entitySummary,
  note: noteSummary,
};

/**
 * Makes the summary of a thing.
 * @param createdAt ISO 8601, UTC
 * @throws LecternError `not-found`, `bad-style`
 */
export function buildSummary(
  connection: Connection,
  kind: ExportKind,
  id: string,
  language: SummaryLanguage,
  createdAt: string,
  choices: SummaryChoices = USUAL_CHOICES,
): SummaryDocument {
  const quoting = createQuoting(connection, choices, wordsFor(language).quotes);
  const summary = BUILDERS[kind](connection, id, quoting, labelsFor(language), choices);
  const { contents } = choices;
  const document = cite(
    { ...summary, language, createdAt, contents, sources: quoting.sources(language) },
    choices,
    language,
  );
  return choices.sources ? document : { ...document, sources: [] };
}
