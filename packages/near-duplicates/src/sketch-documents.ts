import { documentCount, type TokenCorpus } from "@corpulse/tokens";
import { DocumentSketcher } from "./document-sketcher.ts";
import type { DocumentSketches, SketchOptions } from "./document-sketches.ts";

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
export function sketchDocuments(corpus: TokenCorpus, options: SketchOptions = {}): DocumentSketches {
  return new DocumentSketcher({ ...options, documents: documentCount(corpus) }).sketches(corpus);
}
