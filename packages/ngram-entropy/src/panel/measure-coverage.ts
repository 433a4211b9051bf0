import type { Measurement } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import { goodTuringMass } from "../good-turing-mass.ts";
import { recordOutcome, tooShort } from "../record-outcome.ts";
import { sampleCoverage } from "../sample-coverage.ts";
import { budgetFor } from "../budget-for.ts";

/** `coverage_n`: Chao and Jost's coverage of the whole corpus, and as a part that at the token budget. */
export function measureCoverage(tables: CorpusTables, order: number, tokenBudget: number | undefined): Measurement {
  const id = `coverage_${order}`;
  const settings = { order, tokenizer: tables.tokenizer };
  const spectrum = tables.spectrum(order);
  if (spectrum.tokenTotal === 0) return recordOutcome(id, settings, { reason: tooShort(order) });
  const budget = budgetFor(spectrum.tokenTotal, tokenBudget);
  const parts = {
    ngrams: spectrum.tokenTotal,
    standard_error: goodTuringMass(spectrum).standardError,
    budget,
    at_budget: budget <= spectrum.tokenTotal ? sampleCoverage(spectrum, { size: budget }) : null,
  };
  return recordOutcome(id, settings, { value: sampleCoverage(spectrum), parts });
}
