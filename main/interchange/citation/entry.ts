import type { CitationData, Identifier } from '../../../db/model/index.ts';

/** A work as a file of citations describes it: everything a source's dialog asks for. */
export interface CitationEntry {
  readonly title: string;
  readonly authors: readonly string[];
  readonly date: string;
  readonly language: string;
  readonly url: string;
  readonly publisher: string;
  readonly identifiers: readonly Identifier[];
  readonly citation: CitationData;
}

/** A DOI and an ISBN as identifiers, where they are known. */
export function identifiersOf(doi: string, isbn: string): Identifier[] {
  const all = [
    { kind: 'doi', value: doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '') },
    { kind: 'isbn', value: isbn },
  ];
  return all.filter(({ value }) => value !== '');
}

/** What is wrong with a part of a file; the rest is read. */
export const CITATION_PROBLEMS = ['not-closed', 'not-an-entry', 'no-title', 'not-json', 'unknown-format'] as const;

export interface CitationProblem {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly problem: (typeof CITATION_PROBLEMS)[number];
  /** The words at fault, shortened; empty where there are none. */
  readonly near: string;
}

/** The entries of a file that can be read, and what cannot. */
export interface CitationFile {
  readonly entries: readonly CitationEntry[];
  readonly problems: readonly CitationProblem[];
}

/** After so many faults a file is none of citations, and reading it to its end would be endless. */
export const MOST_PROBLEMS = 200;

/** Answers the line, from 1, of places in a text that are asked for in order. */
export function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (let next = text.indexOf('\n', counted); next !== -1 && next < at; next = text.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    return line;
  };
}

/** A few words of a line at fault. */
export function near(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
