// Runs every stage of a report one after the other in this process, on one thread, and prints what each took.
import { readFileSync } from "node:fs";
import { lexicalEmbedding } from "@corpulse/embed";
import { measureEmbeddingSpread } from "@corpulse/embedding-spread";
import { ngramIndex } from "@corpulse/tokens";
import { FAMILIES } from "./families.ts";
import { loadCorpus, readOnly } from "./load-corpus.ts";
import { type Lap, lap } from "./stopwatch.ts";

const HIGHEST_ORDER = 5;
const [path] = process.argv.slice(2);
const laps: Record<string, Lap> = {};

/** Times a stage and gives what it made. */
async function stage<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const made: T[] = [];
  laps[name] = await lap(async () => made.push(await work()));
  return made[0];
}

await stage("read and JSON.parse", () => {
  const bytes = readFileSync(path);
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(10, from);
    const end = newline < 0 ? bytes.length : newline;
    if (end > from) JSON.parse(bytes.toString("utf8", from, end));
    from = end + 1;
  }
});
await stage("read documents", () => readOnly(path));
const corpus = await stage("read and tokenize", () => loadCorpus(path));
const index = ngramIndex(corpus);
await stage(`index orders 1–${HIGHEST_ORDER}`, () => index.column(HIGHEST_ORDER));
for (const family of ["size", "ngram-entropy", "self-bleu", "near-duplicates"]) {
  await stage(`${family}, index shared`, () => FAMILIES[family](index, corpus));
}
const vectors = await stage("embed", () => lexicalEmbedding(corpus));
await stage("embedding-spread, vectors given", () => measureEmbeddingSpread(vectors));
process.stdout.write(`${JSON.stringify(laps)}\n`);
