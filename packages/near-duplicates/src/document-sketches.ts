import { bandingFor, DEFAULT_SIMILARITY } from "./banding-for.ts";
import { DEFAULT_SHINGLE, formatShingle, type Shingle } from "./shingle.ts";

/** The sketches of all documents of a corpus: what can be known of its near-copies without an n-gram index. */
export interface DocumentSketches {
  /** The settings that they were made with. */
  readonly settings: string;
  /** For each document the first one with the same text, which may be itself. */
  readonly firstCopyOf: Uint32Array;
  /** For each document the keys of its bands, and zeros where it is a copy or shorter than a shingle. */
  readonly keys: Int32Array;
}

/** What sketches depend on. */
export interface SketchOptions {
  /** The Jaccard similarity of shingle sets from which two documents are near-copies, in 0.1…1. @default 0.8 */
  readonly similarity?: number;
  /** What documents are compared by. @default { unit: "words", size: 3 } */
  readonly shingle?: Shingle;
  /** Of the sketches by which banding proposes pairs. @default 0 */
  readonly seed?: number;
}

/** States the settings of sketches. */
export function sketchSettings({
  similarity = DEFAULT_SIMILARITY,
  shingle = DEFAULT_SHINGLE,
  seed = 0,
}: SketchOptions): string {
  const { bands, rows } = bandingFor(similarity);
  return `${bands} bands of ${rows} rows, ${formatShingle(shingle)}, seed ${seed}`;
}

/** @throws {RangeError} when sketches are of another corpus, or were made with other settings */
export function checkSketches(sketches: DocumentSketches, documents: number, options: SketchOptions): void {
  const [wanted, made] = [sketchSettings(options), sketches.settings];
  if (made !== wanted) throw new RangeError(`Cannot use sketches: there must be ${wanted}, current value is ${made}`);
  const { length } = sketches.firstCopyOf;
  if (length !== documents) {
    throw new RangeError(
      `Cannot use sketches: there must be those of ${documents} documents, current value is ${length}`,
    );
  }
}
