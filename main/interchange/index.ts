/**
 * Documents in and out of a notebook: pure functions between bytes and drafts, one folder per format family.
 * Nothing here opens a file, a database or a connection.
 */
export { readSource } from './read-source.ts';
export { recognise, type SourceFormat } from './recognise/index.ts';
