import { describe, expect, test } from "vitest";
import { featureHash, mix } from "./feature-hash.ts";

describe("mix", () => {
  test("is the finaliser of MurmurHash3: of a seed alone it is the hash of the empty string", () => {
    // MurmurHash3_x86_32("", seed) for seeds 0, 1 and 0xffffffff, as Appleby's reference code gives them.
    expect([0, 1, 0xffffffff].map((seed) => mix(seed) >>> 0)).toEqual([0, 0x514e28b7, 0x81f16f39]);
  });
});

describe("featureHash", () => {
  test("is MurmurHash3 of the code units as 32-bit blocks", () => {
    // "!" with seed 0 and "word" with seed 1 in UTF-32LE, by a transcription of the reference code to Python that gives the
    // reference's 0xf55b516b for the bytes 21 43 65 87.
    expect(featureHash("!", 0) >>> 0).toBe(0xa0540963);
    expect(featureHash("word", 1) >>> 0).toBe(0x78caf0df);
  });

  test("tells kinds, lengths and orders apart", () => {
    const hashes = ["ab", "ba", "aab", "a", "", "\0", "\0\0"].flatMap((text) =>
      [0, 1].map((kind) => featureHash(text, kind)),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test("collides no more often than chance", () => {
    const hashes = Array.from({ length: 200_000 }, (_, index) => {
      const text = `w${index.toString(36)}`;
      return featureHash(text, 0);
    });
    // 200,000²/2³³ = 4.7 collisions are expected; more than 15 have a chance of 1 in 10,000.
    expect(hashes.length - new Set(hashes).size).toBeLessThan(15);
  });
});
