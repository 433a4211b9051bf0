import type { Measurement } from "@corpulse/measurement";
import type { Memory, TokenCorpus } from "@corpulse/tokens";
import type { CorpusTables } from "../corpus-tables.ts";
import { type KernelIn, kernelIn } from "../kernel-in.ts";
import { readTexts } from "../read-texts.ts";
import { readTextsInKernel } from "../read-texts-in-kernel.ts";
import { recordOutcome } from "../record-outcome.ts";
import { sortedNumbers } from "../sorted-numbers.ts";
import { TEXT_NUMBERS } from "../text-settings.ts";

const WINDOW = 50;
const THRESHOLD = 0.72;
/** On shorter texts MTLD is the length of the text: hardly any holds a full stretch. */
const LEAST_MTLD = 50;
const DRAWS = 42;

/** An index over the documents that are long enough: what it adds up to, and over what it is averaged. */
interface Average {
  readonly sum: number;
  readonly weight: number;
  readonly documents: number;
}

/** The index of each document that is long enough, times its length. */
class WeightedIndex {
  readonly #terms: Float64Array;
  #documents = 0;
  #weight = 0;

  constructor(documents: number) {
    this.#terms = new Float64Array(documents);
  }

  add(index: number, length: number): void {
    this.#terms[this.#documents++] = length * index;
    this.#weight += length;
  }

  /** Sorts, so that the order of documents does not change the last digit. */
  average(kernel: KernelIn | null): Average {
    const terms = sortedNumbers(this.#terms.subarray(0, this.#documents), kernel);
    let sum = 0;
    for (let at = 0; at < terms.length; at++) sum += terms[at];
    return { sum, weight: this.#weight, documents: this.#documents };
  }
}

interface TextAverages {
  readonly windows: Average;
  readonly lengths: Average;
  readonly draws: Average;
}

function averageTexts(corpus: TokenCorpus, memory: Memory): TextAverages {
  const { offsets } = corpus;
  const least = Math.min(WINDOW, LEAST_MTLD, DRAWS);
  const settings = { window: WINDOW, threshold: THRESHOLD, draws: DRAWS, least };
  const found = readTextsInKernel(corpus, settings, memory) ?? readTexts(corpus, settings);
  const lengths = new WeightedIndex(offsets.length - 1);
  const draws = new WeightedIndex(offsets.length - 1);
  // Whole numbers add up to the same in any order.
  const windows = { sum: 0, weight: 0, documents: 0 };
  for (let document = 0; document < offsets.length - 1; document++) {
    const length = offsets[document + 1] - offsets[document];
    const at = document * TEXT_NUMBERS;
    if (length >= WINDOW) {
      windows.sum += found[at];
      windows.weight += length - WINDOW + 1;
      windows.documents++;
    }
    if (length >= LEAST_MTLD) lengths.add(found[at + 1], length);
    if (length >= DRAWS) draws.add(found[at + 2] / DRAWS, length);
  }
  const kernel = kernelIn(memory);
  return { windows, lengths: lengths.average(kernel), draws: draws.average(kernel) };
}

/**
 * `mattr_50`, `mtld` and `hdd_42`: indices of single texts, taken within each document that is long enough and averaged,
 * MATTR over windows, the others weighted by tokens.
 */
export function measureTexts({ index, documents, tokenizer }: CorpusTables): readonly Measurement[] {
  const { windows, lengths, draws } = averageTexts(index.corpus, index.memory);
  const record = (id: string, of: Average, least: number, settings: Readonly<Record<string, number>>): Measurement => {
    const parts = { documents: of.documents, documents_too_short: documents - of.documents };
    const scale = id === "mattr_50" ? WINDOW : 1;
    const outcome =
      of.documents > 0
        ? { value: of.sum / (of.weight * scale), parts }
        : { reason: `no document has ${least} tokens`, parts };
    return recordOutcome(id, { ...settings, tokenizer }, outcome);
  };
  return [
    record("mattr_50", windows, WINDOW, { window: WINDOW }),
    record("mtld", lengths, LEAST_MTLD, { threshold: THRESHOLD, "minimum-tokens": LEAST_MTLD }),
    record("hdd_42", draws, DRAWS, { draws: DRAWS }),
  ];
}
