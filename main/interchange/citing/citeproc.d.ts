/** What of citeproc 2.4 (https://citeproc-js.readthedocs.io) is used here; the package brings no types. */
declare module 'citeproc' {
  export interface CslSystem {
    /** The XML of a locale; citeproc asks for `en-US` beside the one wanted. */
    retrieveLocale(language: string): string | false;
    retrieveItem(id: string): Readonly<Record<string, unknown>>;
  }

  export interface CslCite {
    readonly id: string;
    readonly locator?: string;
    readonly label?: string;
    readonly suffix?: string;
    /** 0 first, 1 subsequent, 2 ibid, 3 ibid with another locator. */
    readonly position?: number;
  }

  export interface CslEngine {
    /** The style's own language and class. */
    readonly opt: { readonly xclass: 'note' | 'in-text' };
    setOutputFormat(format: 'html' | 'text'): void;
    updateItems(ids: readonly string[]): void;
    makeCitationCluster(cites: readonly CslCite[]): string;
    makeBibliography(): [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]] | false;
  }

  const CSL: {
    readonly Engine: new (system: CslSystem, style: string, language: string, forceLanguage: boolean) => CslEngine;
  };
  // biome-ignore lint/style/noDefaultExport: so the package hands itself over
  export default CSL;
}
