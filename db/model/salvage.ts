/** How a text came out of a damaged notebook that is not, word for word, as it was found there. */
export interface SalvagedText {
  readonly id: string;
  readonly title: string;
  /**
   * `restored`: read anew from its original file, and to the letter what was imported. `damaged`: not what was imported;
   * what is lost stands as �. `unverified`: nothing is left to hold it against.
   */
  readonly state: 'restored' | 'damaged' | 'unverified';
  /** How many of its blocks were lost altogether. */
  readonly missing: number;
}

/** What was saved of a damaged notebook and what was lost. */
export interface SalvageReport {
  readonly path: string;
  /** Rows by table. */
  readonly saved: Readonly<Record<string, number>>;
  /** Pages that could not be read, of all pages of the file. */
  readonly damagedPages: number;
  readonly pages: number;
  /** Rows that stood in readable pages and could not be read, or not be kept. */
  readonly lostRows: number;
  /** Tables of which pages could not be read: more of them may be lost than anybody can count. */
  readonly uncertain: readonly string[];
  /** Texts that were not whole where they were found. */
  readonly texts: readonly SalvagedText[];
  /** Original files that are not what was imported, or lost. */
  readonly originals: number;
  /** Things that referred to something that is lost, and do so no more or are lost with it. */
  readonly detached: number;
}
