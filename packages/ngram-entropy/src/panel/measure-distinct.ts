import type { Measurement } from "@corpulse/measurement";
import { budgetFor } from "../budget-for.ts";
import { chao1 } from "../chao1.ts";
import type { CorpusTables } from "../corpus-tables.ts";
import { rarefiedTypes } from "../rarefied-types.ts";
import { type Outcome, recordOutcome, tooShort } from "../record-outcome.ts";

function rarefied(tables: CorpusTables, order: number, budget: number, share: boolean): Outcome {
  const spectrum = tables.spectrum(order);
  const { tokenTotal, typeTotal } = spectrum;
  if (tokenTotal === 0) return { reason: tooShort(order) };
  const parts = { budget, ngrams: tokenTotal, types: typeTotal, observed: typeTotal / tokenTotal };
  if (budget > tokenTotal) {
    return {
      parts,
      reason: `the token budget is ${budget}, the corpus has only ${tokenTotal} n-grams of order ${order}`,
    };
  }
  const expected = rarefiedTypes(spectrum, budget);
  if (share) return { value: expected / budget, parts: { ...parts, expected } };
  return { value: expected, parts: { ...parts, chao1: chao1(spectrum).estimate } };
}

/** `distinct_n`: the share of different n-grams expected in a draw of the budget. */
export function measureDistinct(tables: CorpusTables, order: number, tokenBudget: number | undefined): Measurement {
  const budget = budgetFor(tables.spectrum(order).tokenTotal, tokenBudget);
  const settings = { order, budget, tokenizer: tables.tokenizer };
  return recordOutcome(`distinct_${order}`, settings, rarefied(tables, order, budget, true));
}

/** `types`: the number of different tokens expected in a draw of the budget. */
export function measureTypes(tables: CorpusTables, tokenBudget: number | undefined): Measurement {
  const budget = budgetFor(tables.spectrum(1).tokenTotal, tokenBudget);
  return recordOutcome("types", { budget, tokenizer: tables.tokenizer }, rarefied(tables, 1, budget, false));
}
