/** What an engine asks of a shell that prints: `NAME.html` in the spool folder is to become `NAME.pdf` beside it. */
export interface ToPrint {
  readonly print: string;
}

/** The shell's answer: it is there, or why not. */
export interface Printed {
  readonly printed: string;
  readonly failed?: string;
}
