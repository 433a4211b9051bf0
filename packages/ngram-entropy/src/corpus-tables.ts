import { documentCount, type NgramIndex } from "@corpulse/tokens";
import { columnSpectrum } from "./column-spectrum.ts";
import type { FrequencySpectrum } from "./frequency-spectrum.ts";

/** What the measurements of this family are made from, each table computed once when it is first asked for. */
export interface CorpusTables {
  readonly index: NgramIndex;
  readonly documents: number;
  readonly tokenizer: string;
  /** How many n-grams of an order occur how often. */
  spectrum(order: number): FrequencySpectrum;
}

function once<T>(make: (order: number) => T): (order: number) => T {
  const made: T[] = [];
  return (order) => (made[order] ??= make(order));
}

/** The tables of an index. */
export function corpusTables(index: NgramIndex): CorpusTables {
  const { corpus } = index;
  return {
    index,
    documents: documentCount(corpus),
    tokenizer: corpus.tokenizer,
    spectrum: once((order) => columnSpectrum(index.column(order))),
  };
}
