import { factsOf, type Family, type Measurement } from "@corpulse/measurement";
import { embeddingSpreadMeanings } from "./meaning/embedding-spread.ts";
import { nearDuplicatesMeanings } from "./meaning/near-duplicates.ts";
import { ngramEntropyMeanings } from "./meaning/ngram-entropy.ts";
import { selfBleuMeanings } from "./meaning/self-bleu.ts";
import { sizeMeanings } from "./meaning/size.ts";
import { type Meanings, readingsOf } from "./reading.ts";
import type { Report } from "./report.ts";

const MEANINGS: Readonly<Record<Family, Meanings>> = {
  size: sizeMeanings,
  "ngram-entropy": ngramEntropyMeanings,
  "self-bleu": selfBleuMeanings,
  "near-duplicates": nearDuplicatesMeanings,
  "embedding-spread": embeddingSpreadMeanings,
};

/**
 * Says in one plain sentence what each value of a report means in its corpus; where there is no value, why there is none.
 *
 * @example
 * ```ts
 * import { measured } from "@corpulse/measurement";
 * import { buildReport, meaningOf } from "@corpulse/report";
 *
 * const rate = measured({ family: "near-duplicates", id: "near_duplicate_pair_rate", value: 0.01, signature: "x|v:1" });
 * const report = buildReport({ inputs: [], settings: {}, measurements: [rate] });
 * meaningOf(report)(rate); // "Two random documents are near-copies once in 100 draws."
 * ```
 */
export function meaningOf(report: Report): (measurement: Measurement) => string {
  const readingOf = readingsOf(report);
  return (measurement) => {
    const reading = readingOf(measurement);
    if (reading === null) return `Not measured: ${measurement.reason ?? "no reason was given"}.`;
    return (
      MEANINGS[measurement.family][measurement.id]?.(reading) ?? factsOf(measurement.id, measurement.family).measures
    );
  };
}
