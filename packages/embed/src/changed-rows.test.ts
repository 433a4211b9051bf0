import { SharedMemory, type TokenCorpus, tokenCorpus } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { type ChangeKernel, changeKernel } from "./change-kernel.ts";
import { ChangedRows } from "./changed-rows.ts";
import { documentFrequencies } from "./document-frequencies.ts";
import { inMemory } from "./fixtures/in-memory.ts";
import { withoutSimd } from "./fixtures/without-simd.ts";
import { gramWeights } from "./gram-weights.ts";
import type { KernelSize } from "./kernel-memory.ts";
import { lexicalEmbedding } from "./lexical-embedding.ts";
import { wordProjection } from "./word-projection.ts";
import { wordSlots } from "./word-slots.ts";
import { WordVectors } from "./word-vectors.ts";

const DIMENSIONS = 64;
const WORDS = Array.from({ length: 23 }, (_, at) => (at + 10).toString(36).repeat(1 + (at % 3)));

/** What there is room for. */
type Room = Omit<KernelSize, "dimensions" | "slots"> & { readonly kept: number; readonly lent: number };

const WIDE: Room = { rows: 10, listed: 10_000, batches: 100, kept: 10_000, lent: 100 };

/** A kernel for the rows of a corpus, and the rows. */
function prepared(given: TokenCorpus, { kept, lent, ...size }: Room): { kernel: ChangeKernel; rows: ChangedRows } {
  const { corpus, memory } = inMemory(given);
  const frequencies = documentFrequencies(corpus);
  const slots = wordSlots(frequencies, kept);
  const kernel = changeKernel(corpus, { ...size, lent, dimensions: DIMENSIONS, slots: slots.kept + lent }, memory);
  if (kernel === null) throw new Error("the tests need memory that threads share");
  const documents = corpus.offsets.length - 1;
  const statistics = { vocabulary: corpus.vocabulary, documentFrequencies: frequencies, documents };
  const project = wordProjection(statistics, 0, gramWeights(statistics));
  const vectors = new WordVectors(kernel, project, slots, kernel.lists.words);
  vectors.projectKept();
  return { kernel, rows: new ChangedRows(corpus, kernel, vectors) };
}

/** The rows of a corpus, some documents at a time. */
function changedRows(corpus: TokenCorpus, room: Room, together: number): Float32Array {
  const { rows } = prepared(corpus, room);
  const documents = corpus.offsets.length - 1;
  for (let from = 0; from < documents; from += together) rows.add(from, Math.min(documents, from + together));
  return rows.finish();
}

/** Documents of which each is an edited copy of an earlier one, or a new one where all is added. */
const texts = fc
  .array(
    fc.record({
      of: fc.nat(),
      from: fc.nat(),
      removed: fc.constantFrom(0, 1, 2, 50),
      added: fc.array(fc.constantFrom(...WORDS), { maxLength: 40, size: "max" }),
      times: fc.constantFrom(1, 1, 1, 9),
    }),
    { maxLength: 12, size: "max" },
  )
  .map((edits) => {
    const documents: string[][] = [];
    for (const { of, from, removed, added, times } of edits) {
      const edited = [...(documents[of % Math.max(1, documents.length)] ?? [])];
      edited.splice(from % (edited.length + 1), removed, ...Array.from({ length: times }, () => added).flat());
      documents.push(edited);
    }
    return documents.map((words) => words.join(" "));
  });

const distinct = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `w${(from + at) ** 2}`).join(" ");

/** Words whose vectors are nearly the same, and reach far. */
const alike = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `${"a".repeat(120)}${from + at}`).join(" ");

describe("ChangedRows", () => {
  test("has the rows that are added up one by one, to the last bit and however little there is room for", () => {
    const room = fc.record({
      rows: fc.integer({ min: 1, max: 4 }),
      listed: fc.integer({ min: 1, max: 200 }).map((pairs) => pairs * 2),
      batches: fc.integer({ min: 1, max: 4 }),
      kept: fc.nat(25),
      lent: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(texts, room, fc.integer({ min: 1, max: 12 }), (documents, narrow, together) => {
        const corpus = tokenCorpus(documents);
        const expected = lexicalEmbedding(corpus, { dimensions: DIMENSIONS }).data;
        expect(changedRows(corpus, WIDE, 12)).toEqual(expected);
        expect(changedRows(corpus, narrow, together)).toEqual(expected);
      }),
    );
  });

  test("lists only what a document has more or less of than an earlier one", () => {
    const first = distinct(0, 200);
    const { kernel, rows } = prepared(tokenCorpus([first, first, `${distinct(3, 200)} w0 w0 new`, "other"]), WIDE);
    rows.add(0, 4);
    const { batches, places } = kernel.lists;
    const ends = [2, 5, 8, 11].map((at) => (batches[at] - places.byteOffset) / 4);
    // 200 words; none; one twice, two that are missing and a new one; one alone, in a pair.
    expect(ends).toEqual([200, 200, 204, 206]);
  });

  test.each([
    ["more tokens than 16 bits count", ["a b ".repeat(40_000), "a b c d e f"]],
    ["sums that may not fit 32 bits", [distinct(0, 4000), distinct(1, 4000), "a b c", distinct(0, 400)]],
    ["sums that do not fit 32 bits", [alike(0, 300), alike(1, 300), "a b c", alike(0, 90)]],
    ["about as much as fits 32 bits", Array.from({ length: 40 }, (_, at) => distinct(0, 600 + at * 25))],
    ["words whose vectors are not kept", Array.from({ length: 9 }, (_, at) => distinct(at * 150, at * 150 + 150))],
  ])("has the same rows of documents with %s", (_, documents) => {
    const corpus = tokenCorpus(documents);
    const expected = lexicalEmbedding(corpus, { dimensions: DIMENSIONS }).data;
    expect(changedRows(corpus, WIDE, 3)).toEqual(expected);
    expect(changedRows(corpus, { ...WIDE, rows: 2 }, 40)).toEqual(expected);
  });
});

describe("lexicalEmbedding of a corpus in memory that threads share", () => {
  const corpus = tokenCorpus([distinct(0, 90), distinct(2, 90), "", distinct(50, 140), distinct(2, 91)]);
  const held = inMemory(corpus);

  test.each([1, 32, 100, 256])("is the same in %d dimensions", (dimensions) => {
    const expected = lexicalEmbedding(corpus, { dimensions });
    const { memory } = held;
    const shares: number[] = [];
    const progress = (share: number): void => {
      shares.push(share);
    };
    const found = lexicalEmbedding(held.corpus, { dimensions, memory, progress });
    expect(found).toEqual(expected);
    expect(memory.holds(found.data)).toBe(dimensions % 32 === 0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(lexicalEmbedding(corpus, { dimensions, memory })).toEqual(expected);
    expect(lexicalEmbedding(held.corpus, { dimensions, memory: new SharedMemory(1) })).toEqual(expected);
    expect(withoutSimd(() => lexicalEmbedding(held.corpus, { dimensions, memory }))).toEqual(expected);
  });

  test("has no rows of no documents", () => {
    const none = inMemory(tokenCorpus([]));
    expect(lexicalEmbedding(none.corpus, { memory: none.memory }).data).toHaveLength(0);
  });
});
