/** The forms images in notes may have. SVG is none of them: it is a program, and refers to what lies elsewhere. */
export const IMAGE_MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

export type ImageMediaType = (typeof IMAGE_MEDIA_TYPES)[number];

/** By how much a picture is to be turned clockwise to stand upright, in degrees: what a camera held sideways writes down. */
export const IMAGE_TURNS = [0, 90, 180, 270] as const;

export type ImageTurn = (typeof IMAGE_TURNS)[number];

/** What the first bytes of an image say of it. */
export interface ImageFacts {
  readonly mediaType: ImageMediaType;
  /** In pixels, as it is seen: after it was turned. */
  readonly width: number;
  readonly height: number;
  readonly turn: ImageTurn;
}

/** An image as the notebook keeps it, once however many notes show it. */
export interface Image extends ImageFacts {
  /** SHA-256 of its bytes, lower-case hexadecimal: by this notes name it. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** Larger images are not taken into a notebook: bytes of the file, and millions of pixels it unfolds to. */
export const IMAGE_LIMITS = { bytes: 20 * 1024 * 1024, megapixels: 100 } as const;

const SHA256 = /^[0-9a-f]{64}$/;

export function isImageName(text: string): boolean {
  return SHA256.test(text);
}
