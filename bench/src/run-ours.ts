// Does one job of the peers with the published packages, on one thread, and prints what the peers' scripts print.
import { readFileSync } from "node:fs";
import { meanNearestDistance, measureEmbeddingSpread, type Vectors } from "@corpulse/embedding-spread";
import { findNearDuplicates } from "@corpulse/near-duplicates";
import { measureSelfBleu } from "@corpulse/self-bleu";
import { ngramIndex } from "@corpulse/tokens";
import { loadCorpus } from "./load-corpus.ts";
import { recallOf } from "./recall-of.ts";
import { lap } from "./stopwatch.ts";

const KILOBYTES_A_MEGABYTE = 1024;
const DIMENSIONS = 384;

const [job, path, ...rest] = process.argv.slice(2);

function readVectors(): Vectors {
  const bytes = readFileSync(path);
  return {
    data: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4),
    dimensions: DIMENSIONS,
    name: "given",
  };
}

/** What a job prepares outside its kernel, and the kernel itself, which gives the values to compare. */
const JOBS: Readonly<Record<string, () => Promise<() => Record<string, unknown>>>> = {
  async "self-bleu"() {
    const corpus = await loadCorpus(path);
    return () => {
      const { measurements } = measureSelfBleu(ngramIndex(corpus));
      return {
        values: measurements.map(({ value }) => value),
        pooled: measurements.map(({ parts }) => parts?.["pooled"]),
      };
    };
  },
  async "near-duplicates"() {
    const corpus = await loadCorpus(path);
    return () => {
      const { verifiedPairs, bandedPairs, complete } = findNearDuplicates(ngramIndex(corpus));
      return { pairs: verifiedPairs, banded: bandedPairs, complete };
    };
  },
  /** Not timed: which of the true pairs the files of pairs named after the corpus hold. */
  async recall() {
    const corpus = await loadCorpus(path);
    return () => {
      const found = findNearDuplicates(ngramIndex(corpus));
      const { verifiedPairs, bandedPairs, complete } = found;
      return {
        pairs: verifiedPairs,
        banded: bandedPairs,
        complete,
        recalls: rest.map((file) => recallOf(found, file)),
      };
    };
  },
  async spread() {
    const vectors = readVectors();
    return () => {
      // The smallest budget: nearest distances are a job of their own, and here only a few are drawn.
      const { measurements } = measureEmbeddingSpread(vectors, { neighbourBudget: 1 });
      const ids = ["vendi_1", "vendi_2", "participation_ratio", "mean_pairwise_distance"];
      return { values: ids.map((id) => measurements.find((one) => one.id === id)?.value) };
    };
  },
  async nearest() {
    const vectors = readVectors();
    return () => ({ values: [meanNearestDistance(vectors, { neighbourBudget: Number.POSITIVE_INFINITY }).value] });
  },
};

const kernel = await JOBS[job]();
let values: Record<string, unknown> = {};
const { wall, cpu } = await lap(() => {
  values = kernel();
});
const peak = process.resourceUsage().maxRSS / KILOBYTES_A_MEGABYTE;
process.stdout.write(`${JSON.stringify({ kernel: wall, kernelCpu: cpu, peak, ...values })}\n`);
