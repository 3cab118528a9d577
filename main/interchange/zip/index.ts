/** Zip archives: documents in them unpacked with care, and packed the same bytes for the same parts. */
export { type Archive, openArchive } from './archive.ts';
export { type ArchiveLimits, DOCUMENT_LIMITS } from './limits.ts';
export { type Part, pack } from './pack.ts';
export { readOptionalXmlPart, readXmlPart } from './xml-part.ts';
