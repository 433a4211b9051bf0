import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Vocabulary } from "./vocabulary.ts";

describe("Vocabulary", () => {
  test("gives ids in order of first appearance", () => {
    const vocabulary = new Vocabulary();
    expect(["to", "be", "or", "not", "to", "be"].map((word) => vocabulary.intern(word))).toEqual([0, 1, 2, 3, 0, 1]);
    expect(vocabulary.words()).toEqual(["to", "be", "or", "not"]);
  });

  test("takes words by their code units, and tells those from an id on", () => {
    const vocabulary = new Vocabulary();
    const units = Uint16Array.from("xcat\ud800x", (unit) => unit.charCodeAt(0));
    vocabulary.intern("the");
    expect([
      vocabulary.internUnits(units, 1, 4),
      vocabulary.internUnits(units, 4, 5),
      vocabulary.intern("cat"),
    ]).toEqual([1, 2, 1]);
    const { units: later, starts } = vocabulary.wordsFrom(1);
    expect([String.fromCharCode(...later), ...starts]).toEqual(["cat\ud800", 0, 3, 4]);
    expect(vocabulary.wordsFrom(3)).toEqual({ units: new Uint16Array(0), starts: Uint32Array.of(0) });
  });

  test("looks up slices of a text", () => {
    const vocabulary = new Vocabulary();
    const text = "the cat the hat";
    expect([vocabulary.intern(text, 0, 3), vocabulary.intern(text, 8, 11), vocabulary.intern(text, 12)]).toEqual([
      0, 0, 1,
    ]);
    expect(vocabulary.words()).toEqual(["the", "hat"]);
  });

  test("tells apart words that plain objects or UTF-8 take for one", () => {
    const words = [
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "",
      "\0",
      "\ud800",
      "\ud801",
      "\ufffd",
      "é",
      "e\u0301",
    ];
    const vocabulary = new Vocabulary();
    expect(words.map((word) => vocabulary.intern(word))).toEqual([...words.keys()]);
    expect(words.map((word) => vocabulary.intern(word))).toEqual([...words.keys()]);
    expect(vocabulary.words()).toEqual(words);
  });

  test("holds words of any length", () => {
    const words = [1, 12, 13, 999, 1000, 1001, 300_000].map((length) => "ab".repeat(length).slice(0, length));
    const vocabulary = new Vocabulary();
    for (const word of words) vocabulary.intern(`<${word}>`, 1, word.length + 1);
    expect(vocabulary.words()).toEqual(words);
    expect(words.map((word) => vocabulary.intern(word))).toEqual([...words.keys()]);
  });

  test("keeps a hundred thousand words while it grows", () => {
    const vocabulary = new Vocabulary();
    for (let id = 0; id < 100_000; id++) expect(vocabulary.intern(`w${id}`)).toBe(id);
    for (let id = 0; id < 100_000; id += 7) expect(vocabulary.intern(`w${id}`)).toBe(id);
    expect(vocabulary.words()).toHaveLength(100_000);
  });

  test("equals a map from word to id", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "é", "\ud800", "😀"), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const vocabulary = new Vocabulary();
        const ids = new Map<string, number>();
        for (const one of words) {
          if (!ids.has(one)) ids.set(one, ids.size);
          expect(vocabulary.intern(one)).toBe(ids.get(one));
        }
        expect(vocabulary.words()).toEqual([...ids.keys()]);
      }),
    );
  });
});
