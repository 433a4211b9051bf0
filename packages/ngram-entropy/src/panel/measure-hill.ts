import type { Measurement } from "@corpulse/measurement";
import type { CorpusTables } from "../corpus-tables.ts";
import { hillNumber } from "../hill-number.ts";
import { yuleK } from "../yule-k.ts";
import { measureTokens } from "./measure-tokens.ts";

/** `hill_0`, `hill_1`, `hill_2` and `yule_k`. */
export function measureHill(tables: CorpusTables): readonly Measurement[] {
  const parts = { tokens: tables.spectrum(1).tokenTotal };
  return [
    ...[0, 1, 2].map((q) =>
      measureTokens(tables, `hill_${q}`, (spectrum) => ({ value: hillNumber(spectrum, q), parts })),
    ),
    measureTokens(tables, "yule_k", (spectrum) => ({ value: yuleK(spectrum), parts })),
  ];
}
