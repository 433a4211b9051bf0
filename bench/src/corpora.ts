import type { GeneratedCorpusOptions } from "./generated-corpus.ts";

/** A tenth of all documents copy another exactly and a tenth nearly; the rest follow a Zipf law. */
const PLANTED = { vocabulary: 20_000, exponent: 1, exact: 0.1, near: 0.1, seed: 1 } as const;

const T0_DOCUMENTS = 55_185;
const T0_TOKENS_A_DOCUMENT = 182;

/** The corpora that benchmarks generate. */
export const CORPORA = {
  /** The self-BLEU and near-duplicate jobs of the peers, and the points of the scaling fits, at 100 tokens a document. */
  planted: (documents: number): GeneratedCorpusOptions => ({ ...PLANTED, documents, tokens: 100 }),
  /** As many documents and tokens as t0.jsonl has. */
  likeT0: (): GeneratedCorpusOptions => ({ ...PLANTED, documents: T0_DOCUMENTS, tokens: T0_TOKENS_A_DOCUMENT }),
  /** The worst case of an n-gram index: as large as t0.jsonl, but no pair of words comes twice, or hardly ever. */
  distinct: (): GeneratedCorpusOptions => ({
    documents: T0_DOCUMENTS,
    tokens: T0_TOKENS_A_DOCUMENT,
    vocabulary: 100_000,
    exponent: 0,
    seed: 1,
  }),
} as const;
