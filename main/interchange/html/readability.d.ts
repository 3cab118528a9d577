/** The small document that comes with Readability (https://github.com/mozilla/readability); it has no types of its own. */
declare module '@mozilla/readability/JSDOMParser.js' {
  interface SmallDocument {
    /** Makes a document of well-formed markup: nothing in it is run or fetched. */
    parse(markup: string): Document;
  }

  const JSDOMParser: new () => SmallDocument;
  // biome-ignore lint/style/noDefaultExport: so the package hands itself over
  export default JSDOMParser;
}
