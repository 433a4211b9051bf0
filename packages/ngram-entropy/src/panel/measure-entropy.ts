import type { Measurement } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import { chaoWangJostEntropy } from "../entropy/chao-wang-jost-entropy.ts";
import { plugInEntropy } from "../entropy/plug-in-entropy.ts";
import { recordOutcome, tooShort } from "../record-outcome.ts";
import { sampleCoverage } from "../sample-coverage.ts";

/**
 * `entropy_n`: the plug-in entropy, exact for the corpus, beside Chao, Wang and Jost's estimate for the source. An entropy
 * within a bit of log₂ N is the corpus's size in disguise: almost every n-gram is a new one.
 */
export function measureEntropy(tables: CorpusTables, order: number): Measurement {
  const id = `entropy_${order}`;
  const settings = { order, tokenizer: tables.tokenizer };
  const spectrum = tables.spectrum(order);
  const { tokenTotal, typeTotal } = spectrum;
  if (tokenTotal === 0) return recordOutcome(id, settings, { reason: tooShort(order) });
  const value = plugInEntropy(spectrum);
  const parts = {
    plug_in: value,
    chao_wang_jost: chaoWangJostEntropy(spectrum),
    ngrams: tokenTotal,
    types: typeTotal,
    coverage: sampleCoverage(spectrum),
    sample_limited: value > Math.log2(tokenTotal) - 1,
  };
  return recordOutcome(id, settings, { value, parts });
}
