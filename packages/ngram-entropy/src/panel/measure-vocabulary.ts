import type { Measurement } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import { type FrequencySpectrum, typesWithCount } from "../frequency-spectrum.ts";
import { heapsBeta } from "../heaps-beta.ts";
import { hillNumber } from "../hill-number.ts";
import { type Outcome, recordOutcome, tooShort } from "../record-outcome.ts";
import { yuleK } from "../yule-k.ts";
import { zipfAlpha } from "../zipf-alpha.ts";

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

/** Takes one number of the counts of single tokens. */
function measureTokens(
  tables: CorpusTables,
  id: string,
  find: (spectrum: FrequencySpectrum) => Outcome,
  settings: Readonly<Record<string, number>> = {},
): Measurement {
  const spectrum = tables.spectrum(1);
  const outcome = spectrum.tokenTotal === 0 ? { reason: tooShort(1) } : find(spectrum);
  return recordOutcome(id, { ...settings, tokenizer: tables.tokenizer }, outcome);
}

/** `hill_0`, `hill_1`, `hill_2` and `yule_k`. */
export function measureHill(tables: CorpusTables): readonly Measurement[] {
  const hill = [0, 1, 2].map((q) =>
    measureTokens(tables, `hill_${q}`, (spectrum) => ({
      value: hillNumber(spectrum, q),
      parts: { tokens: spectrum.tokenTotal },
    })),
  );
  return [
    ...hill,
    measureTokens(tables, "yule_k", (spectrum) => ({ value: yuleK(spectrum), parts: { tokens: spectrum.tokenTotal } })),
  ];
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
