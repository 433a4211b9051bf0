import {
  formatSignature,
  type Interval,
  type Measurement,
  measured,
  notMeasurable,
  type Part,
  type Settings,
} from "@corpulse/measurement";

const FAMILY = "ngram-entropy";

/** Rises when the same corpus and settings give another number. */
const DEFINITION = 1;

/** What a measurement came to: a value, or why there is none. */
export interface Outcome {
  readonly value?: number;
  readonly reason?: string;
  readonly parts?: Readonly<Record<string, Part>>;
  readonly interval?: Interval;
}

/** Makes the record of an outcome. */
export function recordOutcome(
  id: string,
  settings: Settings,
  { value, reason, parts = {}, interval }: Outcome,
): Measurement {
  const signature = formatSignature(FAMILY, settings, DEFINITION);
  if (value === undefined) return notMeasurable({ family: FAMILY, id, signature, parts, reason: reason ?? "" });
  return measured({ family: FAMILY, id, value, signature, parts, interval: interval ?? null });
}

/** Why there is nothing to measure at an order. */
export function tooShort(order: number): string {
  return order === 1 ? "no document has a token" : `no document has ${order} tokens`;
}
