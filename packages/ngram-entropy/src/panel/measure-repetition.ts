import type { Measurement } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import { recordOutcome, tooShort } from "../record-outcome.ts";
import { selfRepetition } from "../self-repetition.ts";
import { tokenCode } from "../token-code.ts";

const ORDER = 4;

/** `self_repetition_4`: how often the 4-grams of a document stand in others. */
export function measureSelfRepetition(tables: CorpusTables): Measurement {
  const settings = { order: ORDER, tokenizer: tables.tokenizer };
  const id = "self_repetition_4";
  if (tables.documents < 2) {
    return recordOutcome(id, settings, { reason: `it needs at least 2 documents, there are ${tables.documents}` });
  }
  const column = tables.index.column(ORDER);
  if (column.total === 0) return recordOutcome(id, settings, { reason: tooShort(ORDER) });
  const value = selfRepetition(tables.index.corpus, column, tables.documentFrequencies(ORDER));
  return recordOutcome(id, settings, { value, parts: { documents: tables.documents } });
}

/** `compression_ratio`: bytes of the tokens by bytes of the LZ77 code over tokens. */
export function measureCompression(tables: CorpusTables): Measurement {
  const settings = { code: "lz77-tokens", window: "corpus", tokenizer: tables.tokenizer };
  const id = "compression_ratio";
  if (tables.spectrum(1).tokenTotal === 0) return recordOutcome(id, settings, { reason: tooShort(1) });
  const { bytes, bits, literals, matches, longest } = tokenCode(tables.index);
  const parts = { bytes, code_bytes: bits / 8, literals, matches, longest_match: longest };
  return recordOutcome(id, settings, { value: (bytes * 8) / bits, parts });
}
