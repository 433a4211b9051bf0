import { describe, expect, test } from "vitest";
import { exampleCorpora } from "../examples/generator/example-corpora.ts";
import { readText } from "./workspace-packages.ts";

interface ExampleRecord {
  readonly id: string;
  readonly instruction: string;
  readonly output: string;
}

const CORPORA = exampleCorpora();

function records(name: string): readonly ExampleRecord[] {
  return CORPORA[name]
    .trimEnd()
    .split("\n")
    .map((line): ExampleRecord => JSON.parse(line));
}

const textOf = ({ instruction, output }: ExampleRecord): string => `${instruction}\n${output}`;
const wordsOf = (record: ExampleRecord): readonly string[] =>
  textOf(record)
    .toLowerCase()
    .match(/[\p{L}\p{N}']+/gu) ?? [];

function triples(record: ExampleRecord): ReadonlySet<string> {
  const words = wordsOf(record);
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

function jaccard(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const triple of left) if (right.has(triple)) shared++;
  return shared / (left.size + right.size - shared);
}

/** How many records of `some` have a near-copy among `others`, themselves left out. */
function withNearCopy(some: readonly ExampleRecord[], others: readonly ExampleRecord[]): number {
  const sets = new Map([...some, ...others].map((record) => [record, triples(record)]));
  const setOf = (record: ExampleRecord): ReadonlySet<string> => sets.get(record) ?? new Set();
  return some.filter((one) => others.some((other) => other !== one && jaccard(setOf(one), setOf(other)) >= 0.8)).length;
}

describe("the example corpora", () => {
  test.each(Object.keys(CORPORA))("%s is what the generator makes, byte for byte", (name) => {
    // Not toBe: a difference of 250 kB is not worth printing.
    expect(readText(`examples/${name}`) === CORPORA[name]).toBe(true);
  });

  test("are made alike a second time", () => {
    expect(exampleCorpora()).toEqual(CORPORA);
  });

  test("stay small", () => {
    const size = Object.values(CORPORA).reduce((sum, content) => sum + Buffer.byteLength(content), 0);
    expect(size).toBeLessThan(1_500_000);
  });

  test("have the sizes that their README gives", () => {
    expect(Object.keys(CORPORA).map((name) => [name, records(name).length])).toEqual([
      ["base.jsonl", 600],
      ["healthy.jsonl", 250],
      ["copied.jsonl", 250],
      ["templated.jsonl", 250],
    ]);
  });

  test.each(Object.keys(CORPORA))(
    "%s has records of an id, an instruction and an output, with words enough to compare",
    (name) => {
      const lines = records(name);
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      expect(lines.filter((line) => Object.keys(line).join() !== "id,instruction,output")).toEqual([]);
      expect(lines.filter((line) => wordsOf(line).length < 35 || wordsOf(line).length > 140)).toEqual([]);
      expect(
        lines.filter((line) =>
          /undefined|NaN|\{\w+\}|\s{2}|\.\.| a [aeiou]/.test(`${line.instruction} ${line.output}`),
        ),
      ).toEqual([]);
    },
  );

  test("the base is varied, with the few copies that its README speaks of", () => {
    const base = records("base.jsonl");
    const affected = withNearCopy(base, base);
    expect(affected).toBeGreaterThanOrEqual(15);
    expect(affected).toBeLessThanOrEqual(30);
    expect(base.length - new Set(base.map(textOf)).size).toBe(4);
  });

  test("the healthy batch repeats neither the base nor itself", () => {
    const [base, healthy] = [records("base.jsonl"), records("healthy.jsonl")];
    expect(withNearCopy(healthy, base)).toBe(0);
    expect(withNearCopy(healthy, healthy)).toBe(0);
  });

  test("three in ten of the copied batch are near-copies of the base, none an exact one", () => {
    const [base, copied] = [records("base.jsonl"), records("copied.jsonl")];
    expect(withNearCopy(copied, base)).toBe(75);
    const texts = new Set(base.map(textOf));
    expect(copied.filter((record) => texts.has(textOf(record)))).toEqual([]);
  });

  test("the templated batch repeats itself and not the base", () => {
    const [base, templated] = [records("base.jsonl"), records("templated.jsonl")];
    expect(withNearCopy(templated, base)).toBe(0);
    expect(withNearCopy(templated, templated)).toBeGreaterThan(200);
  });
});
