import type { Measurement } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import { kernelIn } from "../kernel-in.ts";
import { recordOutcome, tooShort } from "../record-outcome.ts";
import { selfRepetition } from "../self-repetition.ts";
import { SHARED_ORDER } from "../shared-ngrams.ts";

/** `self_repetition_4`: how often the 4-grams of a document stand in others. */
export function measureSelfRepetition(tables: CorpusTables): Measurement {
  const settings = { order: SHARED_ORDER, tokenizer: tables.tokenizer };
  const id = "self_repetition_4";
  if (tables.documents < 2) {
    return recordOutcome(id, settings, { reason: `it needs at least 2 documents, there are ${tables.documents}` });
  }
  if (tables.index.column(SHARED_ORDER).total === 0)
    return recordOutcome(id, settings, { reason: tooShort(SHARED_ORDER) });
  const value = selfRepetition(tables.shared(), kernelIn(tables.index.memory));
  return recordOutcome(id, settings, { value, parts: { documents: tables.documents } });
}
