import {
  formatSignature,
  type Interval,
  type Measurement,
  measured,
  notMeasurable,
  type Part,
  type Settings,
} from "@corpulse/measurement";
import type { ChosenRows } from "./chosen-rows.ts";
import type { VectorsName } from "./vectors.ts";

const FAMILY = "embedding-spread";
/** 3: many vectors in 32 bits are multiplied in 16 bits, which changes the seventh digit. */
const DEFINITION = 3;

/** What a metric found, or why it found nothing. */
export type Outcome =
  | { readonly value: number; readonly parts?: Readonly<Record<string, Part>>; readonly interval?: Interval | null }
  | { readonly reason: string };

/** Makes the record of a metric of this family; `compute` is only called when there are two rows to compare. */
export function spreadMeasurement(
  id: string,
  {
    vectors,
    rows,
    settings,
  }: { readonly vectors: VectorsName; readonly rows: ChosenRows; readonly settings: Settings },
  compute: () => Outcome,
): Measurement {
  const embedding = { embedding: vectors.name, dimensions: vectors.dimensions };
  const signature = formatSignature(FAMILY, { ...embedding, ...settings }, DEFINITION);
  const counts = { vectors: rows.count, zero_vectors: rows.zeroVectors };
  const zeros = rows.zeroVectors > 0 ? ` (zero vectors: ${rows.zeroVectors})` : "";
  const outcome: Outcome =
    rows.count < 2 ? { reason: `it needs at least 2 usable vectors, there are ${rows.count}${zeros}` } : compute();
  if ("reason" in outcome) {
    return notMeasurable({ family: FAMILY, id, signature, reason: outcome.reason, parts: counts });
  }
  const { value, parts = {}, interval = null } = outcome;
  return measured({ family: FAMILY, id, value, signature, interval, parts: { ...counts, ...parts } });
}

/** The measurement of a single function, which throws where a family says that a value is not measurable. */
export function required(measurement: Measurement): Measurement {
  if (measurement.value === null) {
    throw new RangeError(`Cannot measure ${measurement.id}: ${measurement.reason}`);
  }
  return measurement;
}
