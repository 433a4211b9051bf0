import type { Measurement, Settings } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import type { FrequencySpectrum } from "../frequency-spectrum.ts";
import { type Outcome, recordOutcome, tooShort } from "../record-outcome.ts";

/** Takes one number of the counts of single tokens. */
export function measureTokens(
  tables: CorpusTables,
  id: string,
  find: (spectrum: FrequencySpectrum) => Outcome,
  settings: Settings = {},
): Measurement {
  const spectrum = tables.spectrum(1);
  const outcome = spectrum.tokenTotal === 0 ? { reason: tooShort(1) } : find(spectrum);
  return recordOutcome(id, { ...settings, tokenizer: tables.tokenizer }, outcome);
}
