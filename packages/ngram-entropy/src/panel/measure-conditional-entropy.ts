import type { Measurement } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import { plugInEntropy } from "../entropy/plug-in-entropy.ts";
import { recordOutcome, tooShort } from "../record-outcome.ts";

/** `conditional_entropy_n`: the entropy of n-grams less that of their first n−1 tokens, both from the table of n-grams. */
export function measureConditionalEntropy(tables: CorpusTables, order: number): Measurement {
  const id = `conditional_entropy_${order}`;
  const settings = { order, tokenizer: tables.tokenizer };
  const spectrum = tables.spectrum(order);
  if (spectrum.tokenTotal === 0) return recordOutcome(id, settings, { reason: tooShort(order) });
  const contexts = tables.prefixes(order - 1);
  const joint = plugInEntropy(spectrum);
  const context = plugInEntropy(contexts);
  // Rounding alone can make the difference of two equal entropies negative.
  const value = Math.max(0, joint - context);
  const parts = { joint, context, ngrams: spectrum.tokenTotal, contexts: contexts.typeTotal };
  return recordOutcome(id, settings, { value, parts });
}
