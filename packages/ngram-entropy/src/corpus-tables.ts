import { documentCount, type NgramIndex } from "@corpulse/tokens";
import { columnTotals, prefixSpectrum } from "./column-totals.ts";
import { CountTally } from "./count-tally.ts";
import type { FrequencySpectrum } from "./frequency-spectrum.ts";
import { kernelIn } from "./kernel-in.ts";
import { SHARED_ORDER, type SharedNgrams, sharedNgrams } from "./shared-ngrams.ts";

/** What the measurements of this family are made from, each table computed once when it is first asked for. */
export interface CorpusTables {
  readonly index: NgramIndex;
  readonly documents: number;
  readonly tokenizer: string;
  /** How many n-grams of an order occur how often. */
  spectrum(order: number): FrequencySpectrum;
  /** How many n-grams of an order are followed by a token how often. */
  prefixes(order: number): FrequencySpectrum;
  /** How many n-grams of an order, repeated ones included, no second document holds. */
  unseen(order: number): number;
  /** What documents share in n-grams of {@link SHARED_ORDER} tokens. */
  shared(): SharedNgrams;
}

function once<T>(make: (order: number) => T): (order: number) => T {
  const made: T[] = [];
  return (order) => (made[order] ??= make(order));
}

/** The tables of an index. */
export function corpusTables(index: NgramIndex): CorpusTables {
  const { corpus } = index;
  const tally = new CountTally();
  const kernel = kernelIn(index.memory);
  const totals = once((order) => columnTotals(index.column(order), tally, kernel));
  const shared = once((order) => sharedNgrams(corpus, index.column(order), tally, kernel));
  const spectrum = (order: number): FrequencySpectrum => totals(order).spectrum;
  return {
    index,
    documents: documentCount(corpus),
    tokenizer: corpus.tokenizer,
    spectrum,
    prefixes: once((order) => prefixSpectrum(index.column(order), corpus.offsets, tally, kernel)),
    unseen: (order) => totals(order).unseen,
    shared: () => shared(SHARED_ORDER),
  };
}
