import type { Measurement } from "@corpulse/measurement";
import type { TokenCorpus } from "@corpulse/tokens";
import type { CorpusTables } from "../corpus-tables.ts";
import { DocumentReader } from "../document-reader.ts";
import { recordOutcome } from "../record-outcome.ts";

const WINDOW = 50;
const THRESHOLD = 0.72;
/** On shorter texts MTLD is the length of the text: hardly any holds a full stretch. */
const LEAST_MTLD = 50;
const DRAWS = 42;

/** Sorted, so that the order of documents does not change the last digit. */
const sumOf = (values: readonly number[]): number =>
  Float64Array.from(values)
    .toSorted()
    .reduce((sum, value) => sum + value, 0);

/** One index over the documents that are long enough: what they add up to, and over what it is averaged. */
interface Average {
  readonly terms: number[];
  weight: number;
  documents: number;
}

const average = (): Average => ({ terms: [], weight: 0, documents: 0 });

function add(into: Average, term: number, weight: number): void {
  into.terms.push(term);
  into.weight += weight;
  into.documents++;
}

interface TextAverages {
  readonly windows: Average;
  readonly lengths: Average;
  readonly draws: Average;
}

function averageTexts(corpus: TokenCorpus): TextAverages {
  const { offsets } = corpus;
  const reader = new DocumentReader(corpus, { window: WINDOW, threshold: THRESHOLD, draws: DRAWS });
  const averages = { windows: average(), lengths: average(), draws: average() };
  for (let document = 1; document < offsets.length; document++) {
    const length = offsets[document] - offsets[document - 1];
    if (length < Math.min(WINDOW, LEAST_MTLD, DRAWS)) continue;
    reader.read(offsets[document - 1], offsets[document]);
    if (length >= WINDOW) add(averages.windows, reader.windowTypes, length - WINDOW + 1);
    if (length >= LEAST_MTLD) add(averages.lengths, length * reader.mtld, length);
    if (length >= DRAWS) add(averages.draws, length * reader.hdd, length);
  }
  return averages;
}

/**
 * `mattr_50`, `mtld` and `hdd_42`: indices of single texts, taken within each document that is long enough and averaged,
 * MATTR over windows, the others weighted by tokens.
 */
export function measureTexts({ index, documents, tokenizer }: CorpusTables): readonly Measurement[] {
  const { windows, lengths, draws } = averageTexts(index.corpus);
  const record = (id: string, of: Average, least: number, settings: Readonly<Record<string, number>>): Measurement => {
    const parts = { documents: of.documents, documents_too_short: documents - of.documents };
    const scale = id === "mattr_50" ? WINDOW : 1;
    const outcome =
      of.documents > 0
        ? { value: sumOf(of.terms) / (of.weight * scale), parts }
        : { reason: `no document has ${least} tokens`, parts };
    return recordOutcome(id, { ...settings, tokenizer }, outcome);
  };
  return [
    record("mattr_50", windows, WINDOW, { window: WINDOW }),
    record("mtld", lengths, LEAST_MTLD, { threshold: THRESHOLD, "minimum-tokens": LEAST_MTLD }),
    record("hdd_42", draws, DRAWS, { draws: DRAWS }),
  ];
}
