import type { Measurement } from "@corpulse/measurement";
import type { CorpusView, Severity } from "./finding.ts";

/** From which share on a finding is a warning, and from which an alarm. */
export interface Limits {
  readonly warning: number;
  readonly alarm: number;
}

/** Below this many documents a single one is more than a per cent, and no rate can be told from an accident. */
export const JUDGEABLE_DOCUMENTS = 100;

/** Where a value is only estimated, what it is at least: no alarm rests on an error of measurement. */
export function atLeast({ value, interval }: Measurement & { readonly value: number }): number {
  return interval === null ? value : interval.low;
}

/** Judges a share. In a corpus that is too small to judge nothing is worse than a warning. */
export function severityOf(share: number, { warning, alarm }: Limits, { documents }: CorpusView): Severity {
  if (share < warning) return "note";
  return share >= alarm && documents >= JUDGEABLE_DOCUMENTS ? "alarm" : "warning";
}
