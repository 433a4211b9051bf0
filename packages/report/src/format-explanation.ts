import type { Direction, Facts, Family } from "@corpulse/measurement";
import { joinLines } from "./join-lines.ts";
import { formatNumber } from "./format-number.ts";
import { pageOf, type TerminalOptions } from "./page.ts";
import { displayWidth } from "./display-width.ts";
import { type Line, wrapBehind } from "./span.ts";

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  higher: "more is more diverse",
  lower: "less is more diverse",
  neither: "neither more nor less is more diverse",
};

/** How Corpulse takes the numbers of a family. */
const COMPUTATION: Readonly<Record<Family, string>> = {
  size: "Counted exactly over all documents, after the chosen tokenizer.",
  "ngram-entropy":
    "From exact counts of every word sequence, taken within documents, never across. Draws are expected values in closed form, without chance.",
  "self-bleu":
    "Exactly over all documents with all others as references: for each sequence the two largest counts of any document are kept, which gives the best reference of every document at once.",
  "near-duplicates":
    "Exact copies by fingerprints of 128 bits. Candidates by MinHash banding whose recall at the limit is at least 0.99; every candidate is then checked by the exact Jaccard similarity of its shingles.",
  "embedding-spread":
    "From one vector a document. The default embedding is lexical: hashed TF-IDF of words and character sequences under a random projection. It knows spelling, not meaning.",
};

function rangeOf({ range: [low, high], unit }: Facts): string {
  const what = unit === "fraction" || unit === "score" || unit === "distance" ? `a ${unit}` : unit;
  return high === null
    ? `${what}, ${formatNumber(low)} or more`
    : `${what}, from ${formatNumber(low)} to ${formatNumber(high)}`;
}

/**
 * What a measurement is and how to read it, for people at a terminal: what it measures, its unit, range and direction, whether
 * it moves with the size of a corpus, what misleads in it, and how Corpulse computes it.
 *
 * @throws {RangeError} when the width is not an integer of at least 20
 * @example
 * ```ts
 * import { factsOf } from "@corpulse/measurement";
 * import { formatExplanation } from "@corpulse/report";
 *
 * formatExplanation(factsOf("self_bleu_4")).split("\n")[0]; // "Self-BLEU-4 (self_bleu_4)"
 * ```
 */
export function formatExplanation(facts: Facts, options: TerminalOptions = {}): string {
  const page = pageOf(options);
  const size = facts.sizeDependent
    ? "moves with the size of a corpus alone: compare only corpora of equal size"
    : "does not depend on the size of a corpus";
  const fields: readonly (readonly [name: string, text: string])[] = [
    ["Value", rangeOf(facts)],
    ["Direction", DIRECTIONS[facts.direction]],
    ["Size", size],
    ["Formula", facts.formula],
    ["Computed", COMPUTATION[facts.family]],
    ["Caution", facts.caution],
    ["Source", facts.source],
  ];
  const margin = page.narrow ? 0 : Math.max(...fields.map(([name]) => displayWidth(name))) + 2;
  const field = ([name, text]: readonly [string, string]): readonly Line[] =>
    page.narrow
      ? [[{ text: `  ${name}`, style: "heading" }], ...wrapBehind([{ text: "    " }], [{ text }], page.columns)]
      : wrapBehind([{ text: `  ${name.padEnd(margin)}`, style: "heading" }], [{ text }], page.columns);
  const lines = [
    ...wrapBehind(
      [],
      [
        { text: facts.title, style: "bold" },
        { text: ` (${facts.id})`, style: "dim" },
      ],
      page.columns,
    ),
    ...wrapBehind([{ text: "  " }], [{ text: facts.measures }], page.columns),
    [],
    ...fields.flatMap(field),
  ];
  return joinLines(lines, page.color);
}
