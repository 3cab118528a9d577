/** Archives of documents, one document after the other. */
export { type ArchiveEntry, unpackArchive } from './unpack.ts';
