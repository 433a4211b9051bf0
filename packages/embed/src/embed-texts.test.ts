import { describe, expect, test } from "vitest";
import { embedTexts } from "./embed-texts.ts";
import type { Embedder } from "./embedder.ts";

/** Embeds a text as its length, and remembers the batches it was given. */
function lengthEmbedder(batches: (readonly string[])[], overrides: Partial<Embedder> = {}): Embedder {
  return {
    name: "length",
    dimensions: 1,
    batchSize: 2,
    embed(texts) {
      batches.push([...texts]);
      return Promise.resolve(texts.map((text) => [text.length]));
    },
    ...overrides,
  };
}

async function* stream(texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

describe("embedTexts", () => {
  test("embeds in order, in batches of the embedder's size", async () => {
    const batches: string[][] = [];
    const embedding = await embedTexts(stream(["a", "bb", "ccc", "", "ee"]), lengthEmbedder(batches));
    expect(embedding).toEqual({ data: Float32Array.of(1, 2, 3, 0, 2), dimensions: 1, name: "length" });
    expect(batches).toEqual([["a", "bb"], ["ccc", ""], ["ee"]]);
  });

  test("asks for nothing when there are no texts", async () => {
    const batches: string[][] = [];
    expect(await embedTexts([], lengthEmbedder(batches))).toEqual({
      data: new Float32Array(0),
      dimensions: 1,
      name: "length",
    });
    expect(batches).toEqual([]);
  });

  test("refuses an embedder that does not do as it says", async () => {
    const lost = lengthEmbedder([], { embed: () => Promise.resolve([[1]]) });
    await expect(embedTexts(["a", "b"], lost)).rejects.toThrow(
      "length must return as many vectors, current value is 1",
    );
    await expect(embedTexts(["a"], lengthEmbedder([], { dimensions: 3 }))).rejects.toThrow("must return 3 dimensions");
    await expect(embedTexts(["a"], lengthEmbedder([], { batchSize: 0 }))).rejects.toThrow(RangeError);
  });

  test("passes on what the embedder throws", async () => {
    const broken = lengthEmbedder([], { embed: () => Promise.reject(new Error("no such host")) });
    await expect(embedTexts(["a"], broken)).rejects.toThrow("no such host");
  });
});
