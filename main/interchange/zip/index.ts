/** Zip archives: documents in them unpacked with care, and packed the same bytes for the same parts. */
export { type Archive, openArchive, type Unpacked, unpackEntry } from './archive.ts';
export { directoryNames } from './directory.ts';
export { type ArchiveLimits, collectionLimits, documentLimits } from './limits.ts';
export { type Part, pack } from './pack.ts';
export { readOptionalXmlPart, readXmlPart } from './xml-part.ts';
