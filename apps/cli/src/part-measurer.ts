import { lexicalEmbedding } from "@corpulse/embed";
import type { Vectors } from "@corpulse/embedding-spread";
import type { Family } from "@corpulse/measurement";
import { selectDocuments, type TokenCorpus } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import { measureFamilies } from "./measure-families.ts";
import type { Settings } from "./settings.ts";
import { vectorsOf } from "./vectors-of.ts";

/** Base and candidate in one corpus, the base first. */
export interface MergedCorpus {
  readonly corpus: TokenCorpus;
  readonly vectors: Vectors | null;
  /** The first document of the candidate. */
  readonly candidateFrom: number;
}

/** Measures parts of a merged corpus. One embedding serves all parts, so that their distances lie in the same space. */
export class PartMeasurer {
  readonly #corpus: TokenCorpus;
  readonly #settings: Settings;
  #vectors: Vectors | null;

  constructor({ corpus, vectors }: MergedCorpus, settings: Settings) {
    this.#corpus = corpus;
    this.#vectors = vectors;
    this.#settings = settings;
  }

  measure(documents: Uint32Array, families: readonly Family[], tokenBudget: number): FamilyResults {
    const { shingle, similarity, seed } = this.#settings;
    const vectors = families.includes("embedding-spread") ? vectorsOf(this.#embedding(), documents) : null;
    const corpus = selectDocuments(this.#corpus, documents);
    return measureFamilies({ corpus, families, vectors, shingle, similarity, seed, tokenBudget });
  }

  #embedding(): Vectors {
    this.#vectors ??= lexicalEmbedding(this.#corpus, { seed: this.#settings.seed });
    return this.#vectors;
  }
}
