import type { Measurement } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import { recordOutcome, tooShort } from "../record-outcome.ts";
import { tokenCode } from "../token-code.ts";

/** `compression_ratio`: bytes of the tokens by bytes of the LZ77 code over tokens. */
export function measureCompression(tables: CorpusTables): Measurement {
  const settings = { code: "lz77-tokens", window: "corpus", tokenizer: tables.tokenizer };
  const id = "compression_ratio";
  if (tables.spectrum(1).tokenTotal === 0) return recordOutcome(id, settings, { reason: tooShort(1) });
  const { bytes, bits, literals, matches, longest } = tokenCode(tables.index);
  const parts = { bytes, code_bytes: bits / 8, literals, matches, longest_match: longest };
  return recordOutcome(id, settings, { value: (bytes * 8) / bits, parts });
}
