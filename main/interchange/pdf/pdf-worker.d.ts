/** The half of pdf.js that reads; its package declares only the half that asks. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
