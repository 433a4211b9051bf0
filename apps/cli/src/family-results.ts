import type { EmbeddingSpreadResult } from "@corpulse/embedding-spread";
import type { Measurement } from "@corpulse/measurement";
import type { NearDuplicatesResult } from "@corpulse/near-duplicates";
import type { NgramEntropyResult } from "@corpulse/ngram-entropy";
import type { SelfBleuResult } from "@corpulse/self-bleu";

/** What each family found: its measurements, and the evidence behind them that a report can show. */
export interface FamilyResults {
  readonly size?: { readonly measurements: readonly Measurement[] };
  readonly "ngram-entropy"?: NgramEntropyResult;
  readonly "self-bleu"?: SelfBleuResult;
  readonly "near-duplicates"?: NearDuplicatesResult;
  readonly "embedding-spread"?: EmbeddingSpreadResult;
}
