import { Column, documentCount, int32, type Memory, ownMemory, type TokenCorpus } from "@corpulse/tokens";
import { bandingFor, DEFAULT_SIMILARITY } from "./banding-for.ts";
import { type DocumentSketches, type SketchOptions, sketchSettings } from "./document-sketches.ts";
import { ExactCopies } from "./exact-copies.ts";
import { checkShingle, DEFAULT_SHINGLE, type Shingle } from "./shingle.ts";
import { shingleText } from "./shingle-column.ts";
import { type SketchLoop, sketchLoop } from "./sketch-loop.ts";

/** How documents are sketched, and what sketches are kept in. */
export interface SketcherOptions extends SketchOptions {
  /** @default memory of this thread alone */
  readonly memory?: Memory;
  /** How many documents to have room for: too few are made more of. @default 1024 */
  readonly documents?: number;
}

/**
 * Sketches the documents of a corpus while it grows, as `sketchDocuments` does when all of them are there.
 *
 * @example
 * ```ts
 * import { DocumentSketcher, sketchDocuments } from "@corpulse/near-duplicates";
 * import { CorpusFollower, TokenCorpusBuilder } from "@corpulse/tokens";
 *
 * const builder = new TokenCorpusBuilder();
 * const follower = new CorpusFollower();
 * const sketcher = new DocumentSketcher();
 * builder.add("one document");
 * sketcher.read(follower.follow(builder.growth()));
 * builder.add("and then another one");
 * sketcher.sketches(follower.follow(builder.growth())).firstCopyOf; // Uint32Array [0, 1]
 * ```
 */
export class DocumentSketcher {
  readonly #options: SketchOptions;
  readonly #shingle: Shingle;
  readonly #bands: number;
  readonly #copies: ExactCopies;
  readonly #loop: SketchLoop;
  readonly #keys: Column<Int32Array>;

  /** @throws {RangeError} when an option lies outside its range */
  constructor({ memory = ownMemory, documents = 1024, ...options }: SketcherOptions = {}) {
    const { similarity = DEFAULT_SIMILARITY, shingle = DEFAULT_SHINGLE, seed = 0 } = options;
    checkShingle(shingle);
    const banding = bandingFor(similarity);
    this.#options = options;
    this.#shingle = shingle;
    this.#bands = banding.bands;
    this.#copies = new ExactCopies(memory, documents);
    this.#loop = sketchLoop(memory, { banding, seed, size: shingle.size });
    this.#keys = new Column((length) => int32(memory, length), documents * banding.bands);
  }

  /** Reads the documents that have come since the last time. Characters wait for the end: they would be spelled anew each time. */
  read(corpus: TokenCorpus): void {
    if (this.#shingle.unit === "words") this.#sketch(corpus);
  }

  /** The sketches of all documents of the corpus. */
  sketches(corpus: TokenCorpus): DocumentSketches {
    this.#sketch(corpus);
    return {
      settings: sketchSettings(this.#options),
      firstCopyOf: this.#copies.firstCopyOf(),
      keys: this.#keys.view(),
    };
  }

  #sketch(corpus: TokenCorpus): void {
    const [bands, from] = [this.#bands, this.#keys.length / this.#bands];
    const to = documentCount(corpus);
    this.#copies.read(corpus);
    const keys = this.#keys.reserve(to * bands);
    this.#keys.length = to * bands;
    const text = shingleText(corpus, this.#shingle);
    this.#loop({ text, firstCopyOf: this.#copies.firstCopyOf(), from, to }, keys);
  }
}
