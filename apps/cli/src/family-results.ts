import type { measureEmbeddingSpread } from "@corpulse/embedding-spread";
import type { measureNearDuplicates } from "@corpulse/near-duplicates";
import type { measureNgramEntropy } from "@corpulse/ngram-entropy";
import type { measureSelfBleu } from "@corpulse/self-bleu";
import type { Measurement } from "@corpulse/measurement";

/** What each family found: its measurements, and the evidence behind them that a report can show. */
export interface FamilyResults {
  readonly size?: { readonly measurements: readonly Measurement[] };
  readonly "ngram-entropy"?: ReturnType<typeof measureNgramEntropy>;
  readonly "self-bleu"?: ReturnType<typeof measureSelfBleu>;
  readonly "near-duplicates"?: ReturnType<typeof measureNearDuplicates>;
  readonly "embedding-spread"?: ReturnType<typeof measureEmbeddingSpread>;
}
