import type { Measurement } from "@corpulse/measurement";
import type { TokenCorpus } from "@corpulse/tokens";
import type { CorpusTables } from "../corpus-tables.ts";
import { hdd } from "../hdd.ts";
import { typesInWindows } from "../mattr.ts";
import { mtld } from "../mtld.ts";
import { recordOutcome } from "../record-outcome.ts";

const WINDOW = 50;
const THRESHOLD = 0.72;
/** On shorter texts MTLD is the length of the text: hardly any holds a full stretch. */
const LEAST_MTLD = 50;
const DRAWS = 42;

/** A document as ids from 0 on, so that what is counted by id takes the room of the document, not of the vocabulary. */
function renumber(tokens: Int32Array, known: Int32Array): { local: Uint32Array; counts: Uint32Array } {
  const local = new Uint32Array(tokens.length);
  const counts = new Uint32Array(tokens.length);
  let types = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (known[tokens[at]] < 0) known[tokens[at]] = types++;
    local[at] = known[tokens[at]];
    counts[local[at]]++;
  }
  for (let at = 0; at < tokens.length; at++) known[tokens[at]] = -1;
  return { local, counts: counts.subarray(0, types) };
}

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

function averageTexts({ tokens, offsets, vocabulary }: TokenCorpus): TextAverages {
  const known = new Int32Array(vocabulary.length).fill(-1);
  const averages = { windows: average(), lengths: average(), draws: average() };
  for (let document = 1; document < offsets.length; document++) {
    const text = tokens.subarray(offsets[document - 1], offsets[document]);
    if (text.length < Math.min(WINDOW, LEAST_MTLD, DRAWS)) continue;
    const { local, counts } = renumber(text, known);
    if (text.length >= WINDOW) add(averages.windows, typesInWindows(local, WINDOW), text.length - WINDOW + 1);
    if (text.length >= LEAST_MTLD)
      add(averages.lengths, text.length * mtld(local, { threshold: THRESHOLD }), text.length);
    if (text.length >= DRAWS) add(averages.draws, text.length * hdd(counts, { draws: DRAWS }), text.length);
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
