import { FAMILIES } from "@corpulse/measurement";
import { SharedMemory, TokenCorpusBuilder, tokenCorpus } from "@corpulse/tokens";
import { expect, test, vi } from "vitest";
import { CorpusFollowers } from "./corpus-followers.ts";
import { measureFamilies, type MeasureTask } from "./measure-families.ts";
import { measureInThreads, type MeasureTools } from "./measure-in-threads.ts";
import { MeasureThread } from "./measure-thread.ts";
import { type MeasureOptions, resolveSettings } from "./settings.ts";
import { WorkerThreads } from "./worker-threads.ts";

const words = ["the", "cat", "sat", "on", "a", "mat", "and", "saw", "no", "dog"];
const texts = Array.from({ length: 2500 }, (_, document) =>
  Array.from({ length: 100 }, (__, at) => words[(document * 31 + at * (1 + (document % 7))) % words.length]).join(" "),
);
const settings = resolveSettings({ workers: 2 });
const corpus = tokenCorpus(texts);
const given: Omit<MeasureTask, "corpus"> = {
  families: FAMILIES,
  vectors: null,
  shingle: "words:3",
  similarity: 0.8,
  seed: 0,
};

/** Threads that have been told of the corpus in three pieces. */
function followersOf(threads: WorkerThreads, options: MeasureOptions): Pick<MeasureTools, "followers" | "sketcher"> {
  const followers = new CorpusFollowers(threads, resolveSettings(options));
  const memory = new SharedMemory(1);
  const builder = new TokenCorpusBuilder({ memory });
  for (const [at, text] of texts.entries()) {
    builder.add(text);
    if (at === 2100 || at === 2300) followers.follow(builder, { tokens: 1000, documents: 10, memory: memory.handle });
  }
  followers.tell(builder);
  return { followers: followers.members, sketcher: followers.sketcher };
}

test.for([
  { only: FAMILIES },
  { only: ["size", "near-duplicates"] },
  { only: ["near-duplicates"], shingle: "chars:5" },
  { only: ["near-duplicates"], shingle: "words:7" },
  { only: ["self-bleu"] },
  { only: ["ngram-entropy", "self-bleu", "near-duplicates"] },
  { only: ["embedding-spread"] },
] satisfies MeasureOptions[])("threads that follow a corpus measure what one thread measures: %o", async (options) => {
  const threads = new WorkerThreads();
  const { families, shingle } = resolveSettings(options);
  const alone = measureFamilies({ ...given, corpus, families, shingle });
  for (const workers of [2, 3]) {
    const following = followersOf(threads, { ...options, workers });
    expect(following.followers.length).toBeGreaterThan(0);
    expect(following.sketcher !== undefined).toBe(families.includes("near-duplicates"));
    expect(
      await measureInThreads({ ...given, families, shingle }, () => corpus, { ...following, threads, workers }),
    ).toEqual(alone);
  }
  await threads.end();
});

test("threads end when nothing is left for them", async () => {
  const threads = new WorkerThreads();
  const ended = vi.spyOn(threads, "stop");
  const following = followersOf(threads, { workers: 2 });
  await measureInThreads(given, () => corpus, { ...following, threads, workers: 2 });
  expect(ended).toHaveBeenCalledTimes(following.followers.length);
});

test("nobody follows a small corpus, or where there is to be one thread", () => {
  const threads = new WorkerThreads();
  const small = new TokenCorpusBuilder();
  small.add("a b c");
  const followers = new CorpusFollowers(threads, settings);
  followers.follow(small, { tokens: 10, documents: 1, memory: null });
  expect(followers.members).toEqual([]);
  const nobody = { followers: [], sketcher: undefined };
  expect(followersOf(threads, { workers: 1 })).toEqual(nobody);
  expect(followersOf(threads, { workers: 2, only: ["size"] })).toEqual(nobody);
});

test("a thread that ends fails the measuring", async () => {
  const threads = new WorkerThreads();
  const following = followersOf(threads, { workers: 2 });
  const measuring = measureInThreads(given, () => corpus, { ...following, threads, workers: 2 });
  await Promise.all([expect(measuring).rejects.toThrow("Cannot measure: a worker thread ended"), threads.end()]);
});

test("a thread that has ended before its first job fails it", async () => {
  const threads = new WorkerThreads();
  const thread = new MeasureThread(threads);
  await threads.end();
  await expect(thread.run({ kind: "single" }, () => {})).rejects.toThrow("a worker thread ended");
});
