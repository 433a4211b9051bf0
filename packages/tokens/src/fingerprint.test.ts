import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodeUnits } from "./code-units.ts";
import { writeFingerprint } from "./fingerprint.ts";
import { bytesOf, murmurHash3 } from "./fixtures/murmur-hash-3.ts";
import { ownMemory } from "./memory.ts";
import { PIECE, WordKernel } from "./word-kernel.ts";

/** Every text is copied over the one before. */
const units = new CodeUnits();

function fingerprint(text: string): number[] {
  const target = new Uint32Array(4);
  units.readText(text);
  writeFingerprint(units, target, 0);
  return [...target];
}

test("the reference that fingerprints are held against has the verification value of MurmurHash3_x86_128", () => {
  // SMHasher (Appleby), KeysetTest.cpp: the keys {}, {0}, {0, 1}, … with seeds 256 down to 1; main.cpp lists 0xB3ECE62A.
  const hashes = new Uint8Array(16 * 256);
  for (let length = 0; length < 256; length++) {
    const key = Uint8Array.from({ length }, (_, at) => at);
    hashes.set(bytesOf(murmurHash3(key, 256 - length)), 16 * length);
  }
  expect(murmurHash3(hashes, 0)[0]).toBe(0xb3ece62a);
});

describe("writeFingerprint()", () => {
  test("is MurmurHash3_x86_128 of the UTF-16 code units, low byte first", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const bytes = Uint8Array.from(
          { length: text.length * 2 },
          (_, at) => (text.charCodeAt(at >> 1) >>> (8 * (at & 1))) & 255,
        );
        expect(fingerprint(text)).toEqual([...murmurHash3(bytes, 0)]);
      }),
      { numRuns: 1000 },
    );
  });

  test("tells lone surrogates apart, which are one and the same in UTF-8", () => {
    expect(fingerprint("\ud800")).not.toEqual(fingerprint("\ud801"));
    expect(fingerprint("\ud800")).not.toEqual(fingerprint("\ufffd"));
  });

  test("tells zeros at the end apart", () => {
    expect(fingerprint("a")).not.toEqual(fingerprint("a\0"));
    expect(fingerprint("")).not.toEqual(fingerprint("\0"));
  });

  test("writes four words at the place given and none beside it", () => {
    const target = new Uint32Array(6).fill(7);
    units.readText("text");
    writeFingerprint(units, target, 1);
    expect([...target]).toEqual([7, ...fingerprint("text"), 7]);
  });
});

test("a kernel hashes any text as it is hashed without one, in pieces too", () => {
  const kernel = WordKernel.for(ownMemory);
  if (kernel === null) throw new Error("the tests need SIMD");
  const text = Array.from({ length: 3 * PIECE }, (_, at) => String.fromCharCode((at * 7919) % 0x10000)).join("");
  units.moveTo(kernel.memory);
  const lengths = [0, 1, 7, 8, 9, 15, 16, 17, 1000, PIECE - 1, PIECE, PIECE + 1, PIECE + 9, 2 * PIECE, 3 * PIECE - 5];
  for (const length of lengths) {
    const target = new Uint32Array(4);
    units.readText(text.slice(0, length));
    kernel.writeFingerprint(units, target, 0);
    expect([...target]).toEqual(fingerprint(text.slice(0, length)));
  }
});
