import { readFileSync } from "node:fs";
import { measureEmbeddingSpread } from "@corpulse/embedding-spread";
import type { Measurement } from "@corpulse/measurement";
import { measureNearDuplicates } from "@corpulse/near-duplicates";
import { measureNgramEntropy } from "@corpulse/ngram-entropy";
import { measureSelfBleu } from "@corpulse/self-bleu";
import { measureSize, ngramIndex, tokenCorpus, whitespaceTokenizer } from "@corpulse/tokens";
import { expect, test } from "vitest";
import { testWithShared } from "./shared-corpora.ts";
import { ROOT } from "./workspace-packages.ts";

/** Values by `family/id`, and of parts by `family/id/part`. */
type Values = Readonly<Record<string, number | null>>;

/**
 * Computed in Python from the published definitions, with nothing of this repository: NumPy 2.4, SciPy 1.17 (Hurwitz zeta and
 * bounded minimisation for the Zipf exponent at every x_min, eigvalsh, a sparse all-pairs join), mpmath (Chao–Wang–Jost), and
 * a decoder that rebuilds every corpus from its LZ77 code. Self-BLEU agreed with NLTK 3.10.4 `sentence_bleu` (method 1) and
 * MTLD, HD-D and MATTR with lexicalrichness 0.5.1. Whitespace tokens, case kept.
 */
const VALUES: Readonly<Record<string, { readonly field?: string | null; readonly values: Values }>> = JSON.parse(
  readFileSync(`${ROOT}tests/fixtures/independent-values.json`, "utf8"),
);

/** The Zipf exponent is where a search stopped, all else is rounding. */
const tolerance = (name: string): number => (name === "ngram-entropy/zipf_alpha" ? 1e-6 : 1e-10);

function differences(measurements: readonly Measurement[], expected: Values): readonly string[] {
  const found = new Map<string, unknown>();
  for (const { family, id, value, parts } of measurements) {
    found.set(`${family}/${id}`, value);
    for (const [part, content] of Object.entries(parts)) found.set(`${family}/${id}/${part}`, content);
  }
  return Object.entries(expected).flatMap(([name, value]) => {
    const other = found.get(name);
    const near =
      value === null || typeof other !== "number"
        ? other === value
        : Math.abs(other - value) <= tolerance(name) * Math.max(Math.abs(value), 1e-3);
    return near ? [] : [`${name} is ${String(other)}, elsewhere ${value}`];
  });
}

function textsOf(path: string, field: string | null | undefined): string[] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return typeof field === "string" ? lines.map((line) => String(JSON.parse(line)[field])) : lines;
}

for (const file of ["gsm8k-test.jsonl", "seqgan.txt"]) {
  const { field, values } = VALUES[file];
  testWithShared(`${file} measures what an independent script measures`, `corpora/${file}`, (path) => {
    const corpus = tokenCorpus(textsOf(path, field), { tokenizer: whitespaceTokenizer({ keepCase: true }) });
    const index = ngramIndex(corpus);
    const measurements = [
      ...measureSize(corpus),
      ...measureNgramEntropy(index).measurements,
      ...measureSelfBleu(index).measurements,
      ...measureNearDuplicates(index).measurements,
    ];
    expect(Object.keys(values).length).toBeGreaterThan(50);
    expect(differences(measurements, values)).toEqual([]);
  });
}

/** Some rows are copies of the one before, some are zero. */
function row(document: number): number[] {
  const source = document % 10 < 2 ? Math.floor(document / 2) : document;
  return Array.from({ length: 24 }, (_, k) =>
    document % 50 === 7 ? 0 : ((source * 7919 + k * 104_729 + source * k * 31) % 1009) / 1009 - 0.5,
  );
}

test("vectors spread as far as NumPy says", () => {
  const rows = Array.from({ length: 300 }, (_, document) => row(document));
  expect(differences(measureEmbeddingSpread(rows).measurements, VALUES.vectors.values)).toEqual([]);
});
