import { FAMILIES } from "@corpulse/measurement";
import { tokenCorpus } from "@corpulse/tokens";
import { expect, test } from "vitest";
import { measureBesideSketches } from "./measure-beside-sketches.ts";
import { measureFamilies, type MeasureTask } from "./measure-families.ts";
import { measureInThreads } from "./measure-in-threads.ts";
import { MeasureThread } from "./measure-thread.ts";
import { WorkerThreads } from "./worker-threads.ts";

const words = ["the", "cat", "sat", "on", "a", "mat", "and", "saw", "no", "dog"];
const texts = Array.from({ length: 2500 }, (_, document) =>
  Array.from({ length: 100 }, (__, at) => words[(document * 31 + at * (1 + (document % 7))) % words.length]).join(" "),
);
const task: MeasureTask = {
  corpus: tokenCorpus(texts),
  families: FAMILIES,
  vectors: null,
  shingle: "words:3",
  similarity: 0.8,
  seed: 0,
};

test("threads measure what one thread measures, and can measure again", async () => {
  const threads = new WorkerThreads();
  const alone = measureFamilies(task);
  for (const workers of [2, 3]) expect(await measureInThreads(task, threads, workers)).toEqual(alone);
  await threads.end();
});

test("near-duplicates measured beside their sketches are what one thread measures", async () => {
  const threads = new WorkerThreads();
  for (const shingle of ["words:3", "chars:5"]) {
    const alone = { ...task, shingle, families: ["size", "near-duplicates"] } as const;
    expect(await measureBesideSketches(alone, threads, () => {})).toEqual(measureFamilies(alone));
  }
  await threads.end();
});

test("a thread that ends fails the measuring", async () => {
  const threads = new WorkerThreads();
  const measuring = measureInThreads(task, threads, 2);
  await Promise.all([expect(measuring).rejects.toThrow("Cannot measure: a worker thread ended"), threads.end()]);
});

test("a thread that has ended before its first job fails it", async () => {
  const threads = new WorkerThreads();
  const thread = new MeasureThread(threads, task);
  await threads.end();
  await expect(thread.run({ kind: "index", orders: 1 }, () => {})).rejects.toThrow("a worker thread ended");
});
