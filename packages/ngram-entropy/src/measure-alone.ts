import type { Measurement } from "@corpulse/measurement";
import { asTokenCorpus, ngramIndex, type TokenCorpus, type Tokenizer } from "@corpulse/tokens";
import { type CorpusTables, corpusTables } from "./corpus-tables.ts";

/** What a function that takes one measurement is given. */
interface AloneOptions {
  readonly order: number;
  /** The highest order that the registry has an id for. */
  readonly highest: number;
  readonly tokenizer?: Tokenizer;
}

/** Takes one measurement of texts. Where a report would say that it is not measurable, this throws. */
export function measureAlone(
  texts: Iterable<string> | TokenCorpus,
  { order, highest, ...options }: AloneOptions,
  measure: (tables: CorpusTables) => Measurement,
): Measurement {
  if (!(Number.isInteger(order) && order >= 1 && order <= highest)) {
    throw new RangeError(
      `Cannot measure n-grams: the order must be a whole number in 1…${highest}, current value is ${order}`,
    );
  }
  const measurement = measure(corpusTables(ngramIndex(asTokenCorpus(texts, options))));
  if (measurement.value === null) throw new RangeError(`Cannot measure ${measurement.id}: ${measurement.reason}`);
  return measurement;
}
