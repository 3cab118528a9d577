import {
  type Defect,
  type DocumentJson,
  documentImages,
  documentReferences,
  parseDocument,
  type Reference,
} from '../model/index.ts';
import type { Core } from '../sqlite/connection.ts';

/**
 * What notes point at and is nowhere, neither in the trash nor among what was deleted for good. The notes keep their snapshots, so nothing is lost and
 * there is nothing to mend; but somebody may want to know.
 */
export function findUnresolvedReferences(core: Core): Defect[] {
  return [...unresolvedThings(core), ...missingImages(core)];
}

function missingImages(core: Core): Defect[] {
  return core
    .all<{ note: string; title: string }>(
      `SELECT DISTINCT i.note_id AS note, n.title FROM note_images i JOIN notes n ON n.id = i.note_id
       WHERE i.sha256 NOT IN (SELECT sha256 FROM images)`,
    )
    .map(({ note, title }) => ({
      code: 'reference-unresolved',
      table: 'note_images',
      id: note,
      message: `The note “${title}” shows an image that is not in the notebook.`,
      repairable: false,
    }));
}

function unresolvedThings(core: Core): Defect[] {
  return core
    .all<{ note: string; title: string; kind: string }>(
      `SELECT r.note_id AS note, n.title, r.kind FROM note_references r JOIN notes n ON n.id = r.note_id
       WHERE NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.noun = r.kind AND t.id = r.target_id) AND NOT CASE r.kind
         WHEN 'source' THEN EXISTS (SELECT 1 FROM sources WHERE id = r.target_id)
         WHEN 'highlight' THEN EXISTS (SELECT 1 FROM highlights WHERE id = r.target_id)
         WHEN 'tag' THEN EXISTS (SELECT 1 FROM tags WHERE id = r.target_id)
         WHEN 'entity' THEN EXISTS (SELECT 1 FROM entities WHERE id = r.target_id)
         WHEN 'note' THEN EXISTS (SELECT 1 FROM notes WHERE id = r.target_id)
       END`,
    )
    .map(({ note, title, kind }) => ({
      code: 'reference-unresolved',
      table: 'note_references',
      id: note,
      message: `The note “${title}” refers to a ${kind} that is not in the notebook.`,
      repairable: false,
    }));
}

interface NoteRow {
  id: string;
  title: string;
  document: string;
}

/** Notes that cannot be read, and such as speak of a thing without being known to: it would not list them as linked here. */
export function findStaleReferences(core: Core): Defect[] {
  const defects: Defect[] = [];
  for (const { id, title, document } of core.iterate<NoteRow>('SELECT id, title, document FROM notes ORDER BY id')) {
    const shown = read(document);
    const defect = (code: Defect['code'], message: string): Defect => ({
      code,
      table: 'notes',
      id,
      message,
      repairable: code === 'reference-stale',
    });
    if (shown === undefined) defects.push(defect('note-document', `The note “${title}” cannot be read.`));
    else if (
      shown.references.some((reference) => !isKnown(core, id, reference)) ||
      shown.images.some((sha256) => !core.get(KNOWN_IMAGE, id, sha256))
    ) {
      defects.push(defect('reference-stale', `What the note “${title}” speaks of is not known in full.`));
    }
  }
  return defects;
}

/** Writes down what a note speaks of. */
export function mendReferences(core: Core, note: string): void {
  const row = core.get<{ document: string }>('SELECT document FROM notes WHERE id = ?', note);
  const shown = row && read(row.document);
  for (const sha256 of shown?.images ?? []) {
    core.run('INSERT OR IGNORE INTO note_images (note_id, sha256) VALUES (?, ?)', note, sha256);
  }
  for (const { kind, id } of shown?.references ?? []) {
    core.run('INSERT OR IGNORE INTO note_references (note_id, kind, target_id) VALUES (?, ?, ?)', note, kind, id);
  }
  core.changed({ noun: 'note', id: note, deed: 'updated' });
}

function isKnown(core: Core, note: string, { kind, id }: Reference): boolean {
  const known = 'SELECT 1 FROM note_references WHERE note_id = ? AND kind = ? AND target_id = ?';
  return core.get(known, note, kind, id) !== undefined;
}

const KNOWN_IMAGE = 'SELECT 1 FROM note_images WHERE note_id = ? AND sha256 = ?';

function read(document: string): { references: Reference[]; images: string[] } | undefined {
  try {
    const json: DocumentJson = JSON.parse(document);
    const parsed = parseDocument(json);
    return { references: documentReferences(parsed), images: [...documentImages(parsed)] };
  } catch {
    // Whatever is wrong with it, it is no document of a note.
    return undefined;
  }
}
