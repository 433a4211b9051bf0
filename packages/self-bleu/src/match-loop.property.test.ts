import { type NgramIndex, ngramIndex, ownMemory, SharedMemory, TokenCorpusBuilder } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewWords } from "./fixtures/few-words.ts";
import { matchLoop } from "./match-loop.ts";
import { ownMatches } from "./own-matches.ts";
import { repeatCounts } from "./repeat-counts.ts";

const ORDERS = [1, 2, 3];

function indexIn(memory: SharedMemory, texts: readonly string[]): NgramIndex {
  const builder = new TokenCorpusBuilder({ memory });
  for (const text of texts) builder.add(text);
  return ngramIndex(builder.finish(), { memory });
}

describe("matchLoop()", () => {
  test("gives what ownMatches() does in memory that threads share, and leaves counts as it found them", () => {
    fc.assert(
      fc.property(fewWords, (texts) => {
        const memory = new SharedMemory(1 << 16);
        const index = indexIn(memory, texts);
        const { offsets } = index.corpus;
        const columns = ORDERS.map((order) => index.column(order));
        const loop = matchLoop(memory);
        expect(loop).not.toBe(ownMatches);
        const counts = repeatCounts(columns, memory);
        const matches = columns.map((column) => loop(column, offsets, counts));
        expect(matches.every((column) => memory.holds(column))).toBe(true);
        const plain = repeatCounts(columns, ownMemory);
        expect(matches.map((column) => [...column])).toEqual(
          columns.map((column) => [...ownMatches(column, offsets, plain)]),
        );
        expect([...counts.places, ...counts.records].some((number) => number !== 0)).toBe(false);
      }),
    );
  });

  test("knows addresses behind the first two gigabytes", () => {
    const memory = new SharedMemory(2 ** 31 + 2 ** 20);
    memory.take(2 ** 31);
    const index = indexIn(memory, ["a a b a", "a b b", "c c c a a", "b b b b"]);
    const { offsets } = index.corpus;
    const column = index.column(1);
    const counts = repeatCounts([column], memory);
    expect(memory.holds(counts.records) && counts.records.byteOffset > 2 ** 31).toBe(true);
    const expected = ownMatches(column, offsets, repeatCounts([column], ownMemory));
    expect([...matchLoop(memory)(column, offsets, counts)]).toEqual([...expected]);
  });

  test("leaves columns that lie elsewhere to ownMatches()", () => {
    const memory = new SharedMemory(1 << 16);
    const index = indexIn(memory, ["a a b", "a b b", "c c c"]);
    const { offsets } = index.corpus;
    const column = index.column(1);
    const elsewhere = { ...column, ids: column.ids.slice() };
    const counts = repeatCounts([column], memory);
    expect([...matchLoop(memory)(elsewhere, offsets, counts)]).toEqual([...matchLoop(memory)(column, offsets, counts)]);
    expect(matchLoop(ownMemory)).toBe(ownMatches);
  });
});
