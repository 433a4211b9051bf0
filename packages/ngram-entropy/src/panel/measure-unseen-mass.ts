import type { Measurement } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import { goodTuringMass } from "../good-turing-mass.ts";
import { recordOutcome, tooShort } from "../record-outcome.ts";

/**
 * `unseen_mass_n`: the share of n-grams that only their own document holds, which is the share of new ones that a further
 * document of the source would bring. Good and Turing's f₁/N asks the same of a further token, and is too low for words,
 * which come in bursts.
 */
export function measureUnseenMass(tables: CorpusTables, order: number): Measurement {
  const id = `unseen_mass_${order}`;
  const settings = { order, tokenizer: tables.tokenizer };
  const spectrum = tables.spectrum(order);
  if (spectrum.tokenTotal === 0) return recordOutcome(id, settings, { reason: tooShort(order) });
  if (tables.documents < 2) return recordOutcome(id, settings, { reason: "it needs at least 2 documents, there is 1" });
  const unseen = tables.unseen(order);
  const parts = { good_turing: goodTuringMass(spectrum).mass, unseen, ngrams: spectrum.tokenTotal };
  return recordOutcome(id, settings, { value: unseen / spectrum.tokenTotal, parts });
}
