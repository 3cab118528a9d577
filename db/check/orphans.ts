import type { Defect } from '../model/index.ts';
import type { Core } from '../sqlite/connection.ts';
import { images } from '../store/index.ts';

/** What takes up room and nobody can reach: files that belong to nothing, and images that nothing shows or could bring back. */
export function findOrphans(core: Core): Defect[] {
  const originals = core.all<{ id: string }>(
    `SELECT sha256 AS id FROM originals
     WHERE sha256 NOT IN (SELECT original_sha256 FROM sources) AND sha256 NOT IN (SELECT sha256 FROM images)`,
  );
  return [
    ...originals.map(
      ({ id }): Defect => ({
        code: 'orphaned-original',
        table: 'originals',
        id,
        message: 'An original file is kept that belongs to no source.',
        repairable: true,
      }),
    ),
    ...images.forsaken(core).map(
      (id): Defect => ({
        code: 'orphaned-image',
        table: 'images',
        id,
        message: 'An image is kept that no note shows.',
        repairable: true,
      }),
    ),
  ];
}
