import { lexicalEmbedding } from "@corpulse/embed";
import { measureEmbeddingSpread } from "@corpulse/embedding-spread";
import { measureNearDuplicates } from "@corpulse/near-duplicates";
import { measureNgramEntropy } from "@corpulse/ngram-entropy";
import { measureSelfBleu } from "@corpulse/self-bleu";
import { measureSize, type NgramIndex, type TokenCorpus } from "@corpulse/tokens";

/** What is measured of a corpus, one family at a time and as a user would call it; the index is built as far as needed. */
export const FAMILIES: Readonly<Record<string, (index: NgramIndex, corpus: TokenCorpus) => unknown>> = {
  size: (_, corpus) => measureSize(corpus),
  "ngram-entropy": (index) => measureNgramEntropy(index),
  "self-bleu": (index) => measureSelfBleu(index),
  "near-duplicates": (index) => measureNearDuplicates(index),
  "embedding-spread": (_, corpus) => measureEmbeddingSpread(lexicalEmbedding(corpus)),
};
