import type { Measurement } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import { type FrequencySpectrum, typesWithCount } from "../frequency-spectrum.ts";
import { heapsBeta } from "../heaps-beta.ts";
import type { Outcome } from "../record-outcome.ts";
import { zipfAlpha } from "../zipf-alpha.ts";
import { measureTokens } from "./measure-tokens.ts";

/** The fewest types that the tail of a power law is fitted to. */
const LEAST_TAIL = 50;

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

function zipf(spectrum: FrequencySpectrum): Outcome {
  const fit = zipfAlpha(spectrum, { minimumTypes: LEAST_TAIL });
  const { typeTotal } = spectrum;
  if (fit === undefined) {
    const reason = `it needs a tail of at least ${LEAST_TAIL} types of differing counts, there are ${typeTotal} types in all`;
    return { reason, parts: { types: typeTotal } };
  }
  const { alpha, standardError, minimumCount, distance, tailTypes } = fit;
  return {
    value: alpha,
    parts: {
      minimum_count: minimumCount,
      tail_types: tailTypes,
      types: typeTotal,
      distance,
      standard_error: standardError,
    },
    interval: {
      low: Math.max(1, alpha - Z * standardError),
      high: alpha + Z * standardError,
      confidence: 0.95,
      method: `standard error (α−1)/√n of the ${tailTypes} types in the tail`,
    },
  };
}

/** `zipf_alpha` and `heaps_beta`. */
export function measureLaws(tables: CorpusTables): readonly Measurement[] {
  return [
    measureTokens(tables, "zipf_alpha", zipf, { "minimum-tail": LEAST_TAIL }),
    measureTokens(tables, "heaps_beta", (spectrum) => ({
      value: heapsBeta(spectrum),
      parts: { once: typesWithCount(spectrum, 1), types: spectrum.typeTotal, tokens: spectrum.tokenTotal },
    })),
  ];
}
