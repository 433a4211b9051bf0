// Does one job of the peers on a corpus with the published packages, on one thread, and prints what the peers' scripts print.
// Each job loads what it needs, as the peers' scripts do.
import type { NgramIndex } from "@corpulse/tokens";
import { lap } from "./stopwatch.ts";

const KILOBYTES_A_MEGABYTE = 1024;

const [job, path, ...rest] = process.argv.slice(2);

/** The n-grams of the corpus, none of them counted yet. */
async function indexed(): Promise<() => NgramIndex> {
  const { ngramIndex } = await import("@corpulse/tokens");
  const { loadCorpus } = await import("./load-corpus.ts");
  const corpus = await loadCorpus(path);
  return () => ngramIndex(corpus);
}

/** What a job prepares outside its kernel, and the kernel itself, which gives the values to compare. */
const JOBS: Readonly<Record<string, () => Promise<() => Record<string, unknown>>>> = {
  async "self-bleu"() {
    const { measureSelfBleu } = await import("@corpulse/self-bleu");
    const index = await indexed();
    return () => {
      const { measurements } = measureSelfBleu(index());
      return {
        values: measurements.map(({ value }) => value),
        pooled: measurements.map(({ parts }) => parts?.["pooled"]),
      };
    };
  },
  async "near-duplicates"() {
    const { findNearDuplicates } = await import("@corpulse/near-duplicates");
    const index = await indexed();
    return () => {
      const { verifiedPairs, bandedPairs, complete } = findNearDuplicates(index());
      return { pairs: verifiedPairs, banded: bandedPairs, complete };
    };
  },
  /** Not timed: which of the true pairs the files of pairs named after the corpus hold. */
  async recall() {
    const { findNearDuplicates } = await import("@corpulse/near-duplicates");
    const { recallOf } = await import("./recall-of.ts");
    const index = await indexed();
    return () => {
      const found = findNearDuplicates(index());
      const { verifiedPairs, bandedPairs, complete } = found;
      return {
        pairs: verifiedPairs,
        banded: bandedPairs,
        complete,
        recalls: rest.map((file) => recallOf(found, file)),
      };
    };
  },
};

const kernel = await JOBS[job]();
let values: Record<string, unknown> = {};
const { wall, cpu } = await lap(() => {
  values = kernel();
});
const peak = process.resourceUsage().maxRSS / KILOBYTES_A_MEGABYTE;
process.stdout.write(`${JSON.stringify({ kernel: wall, kernelCpu: cpu, peak, ...values })}\n`);
