import { documentCount, type Memory, type TokenCorpus } from "@corpulse/tokens";
import { bandSketcher } from "./band-sketcher.ts";
import { bandingFor, DEFAULT_SIMILARITY } from "./banding-for.ts";
import { exactCopies } from "./exact-copies.ts";
import { checkShingle, DEFAULT_SHINGLE, formatShingle, type Shingle } from "./shingle.ts";
import { shingleText } from "./shingle-column.ts";

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
function settingsOf({ similarity = DEFAULT_SIMILARITY, shingle = DEFAULT_SHINGLE, seed = 0 }: SketchOptions): string {
  const { bands, rows } = bandingFor(similarity);
  return `${bands} bands of ${rows} rows, ${formatShingle(shingle)}, seed ${seed}`;
}

/** @throws {RangeError} when sketches are of another corpus, or were made with other settings */
export function checkSketches(sketches: DocumentSketches, documents: number, options: SketchOptions): void {
  const [wanted, made] = [settingsOf(options), sketches.settings];
  if (made !== wanted) throw new RangeError(`Cannot use sketches: there must be ${wanted}, current value is ${made}`);
  const { length } = sketches.firstCopyOf;
  if (length !== documents) {
    throw new RangeError(
      `Cannot use sketches: there must be those of ${documents} documents, current value is ${length}`,
    );
  }
}

/**
 * Sketches all documents. `measureNearDuplicates` does so itself, with those that can have a near-copy: this is for a thread
 * that has nothing else to do while another one indexes the n-grams.
 *
 * @throws {RangeError} when an option lies outside its range
 * @example
 * ```ts
 * import { measureNearDuplicates, sketchDocuments } from "@corpulse/near-duplicates";
 * import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
 *
 * const corpus = tokenCorpus(["a b c d e f g", "a b c d e f g h", "something else altogether"]);
 * const sketches = sketchDocuments(corpus);
 * measureNearDuplicates(ngramIndex(corpus), { sketches }).measurements[2].value; // 0.666…
 * ```
 */
export function sketchDocuments(
  corpus: TokenCorpus,
  options: SketchOptions = {},
  memory: Memory = (bytes) => new ArrayBuffer(bytes),
): DocumentSketches {
  const { similarity = DEFAULT_SIMILARITY, shingle = DEFAULT_SHINGLE, seed = 0 } = options;
  checkShingle(shingle);
  const banding = bandingFor(similarity);
  const { bands } = banding;
  const documents = documentCount(corpus);
  const text = shingleText(corpus, shingle);
  const { offsets } = text;
  const firstCopyOf = exactCopies(corpus, memory);
  const keys = new Int32Array(memory(documents * bands * Int32Array.BYTES_PER_ELEMENT));
  let longest = 0;
  for (let at = 0; at < documents; at++) longest = Math.max(longest, offsets[at + 1] - offsets[at]);
  const sketch = bandSketcher(text, banding, seed, longest);
  for (let document = 0; document < documents; document++) {
    const start = offsets[document] + shingle.size - 1;
    const end = offsets[document + 1];
    if (start < end && firstCopyOf[document] === document) sketch(start, end, keys, document * bands);
  }
  return { settings: settingsOf(options), firstCopyOf, keys };
}
