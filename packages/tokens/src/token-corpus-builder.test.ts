import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { characterTokenizer } from "./character-tokenizer.ts";
import { generatedTexts } from "./fixtures/generated-texts.ts";
import { tokenCorpus } from "./token-corpus.ts";
import { TokenCorpusBuilder } from "./token-corpus-builder.ts";
import type { TokenPart } from "./token-part.ts";
import { whitespaceTokenizer } from "./whitespace-tokenizer.ts";
import { wordTokenizer } from "./word-tokenizer.ts";

describe("TokenCorpusBuilder", () => {
  test("builds, document by document, what tokenCorpus() makes at once", () => {
    fc.assert(
      fc.property(generatedTexts, (texts) => {
        const builder = new TokenCorpusBuilder();
        for (const text of texts) builder.add(text);
        expect(builder.finish()).toEqual(tokenCorpus(texts));
      }),
    );
  });

  test("gives the columns so far, which later documents do not change", () => {
    const builder = new TokenCorpusBuilder();
    builder.add("a b");
    const before = builder.finish();
    for (let document = 0; document < 2000; document++) builder.add(`c${document} a`);
    expect(before).toEqual(tokenCorpus(["a b"]));
    expect(builder.finish().offsets).toHaveLength(2002);
  });

  test("puts its columns into the memory that it is given, and makes more where there is too little", () => {
    const texts = Array.from({ length: 50 }, (_, at) => `w${at} to be`);
    for (const room of [1, 1000]) {
      const asked: number[] = [];
      const take = (bytes: number): Uint8Array => {
        asked.push(bytes);
        return new Uint8Array(new SharedArrayBuffer(bytes));
      };
      const builder = new TokenCorpusBuilder({ memory: { take }, tokens: room, documents: room });
      for (const text of texts) builder.add(text);
      const corpus = builder.finish();
      expect(corpus).toEqual(tokenCorpus(texts));
      const columns = [corpus.tokens, corpus.offsets, corpus.fingerprints];
      for (const { buffer } of columns) expect(buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(asked.slice(0, 3)).toEqual([4 * room, 4 * (room + 1), 16 * room]);
      expect(asked.length > 3).toBe(room === 1);
    }
  });
});

describe("TokenCorpusBuilder.addUnits()", () => {
  const sign = fc.constantFrom(
    " ",
    ".",
    "'",
    "_",
    "A",
    "b",
    "9",
    "\0",
    "é",
    "’",
    "中",
    "\u0301",
    "\ud83d",
    "\ude00",
    "İ",
  );
  const texts = fc.array(fc.oneof(fc.string({ unit: sign, maxLength: 30 }), fc.string({ unit: "binary" })), {
    maxLength: 8,
  });

  test.each([wordTokenizer(), wordTokenizer({ keepCase: true }), characterTokenizer(), whitespaceTokenizer()])(
    "appends what add() appends for $name",
    (tokenizer) => {
      fc.assert(
        fc.property(texts, (given) => {
          const builder = new TokenCorpusBuilder({ tokenizer });
          for (const text of given) {
            const units = builder.units(text.length);
            for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
            builder.addUnits(text.length);
          }
          expect(builder.finish()).toEqual(tokenCorpus(given, { tokenizer }));
        }),
        { numRuns: 500 },
      );
    },
  );
});

describe("parts of several builders", () => {
  const copied = ({ tokens, offsets, fingerprints, ...part }: TokenPart): TokenPart => ({
    ...part,
    tokens: tokens.slice(),
    offsets: offsets.slice(),
    fingerprints: fingerprints.slice(),
  });

  test("make the corpus of all texts, whichever builder each block of them went through", () => {
    const block = fc.record({ builder: fc.nat(3), texts: generatedTexts });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), generatedTexts, (blocks, before) => {
        const whole = new TokenCorpusBuilder();
        for (const text of before) whole.add(text);
        const builders = Array.from({ length: 4 }, () => new TokenCorpusBuilder());
        const parts = blocks.map(({ builder, texts }) => {
          for (const text of texts) builders[builder].add(text);
          return copied(builders[builder].takePart());
        });
        const appenders = builders.map(() => whole.appender());
        blocks.forEach(({ builder }, at) => appenders[builder](parts[at]));
        expect(whole.finish()).toEqual(tokenCorpus([...before, ...blocks.flatMap(({ texts }) => texts)]));
      }),
      { numRuns: 500 },
    );
  });

  test("bring each word once", () => {
    const builder = new TokenCorpusBuilder();
    builder.add("to be");
    expect(builder.takePart().newWordStarts).toEqual(Uint32Array.of(0, 2, 4));
    builder.add("be not");
    const { tokens, newWords, newWordStarts } = builder.takePart();
    expect([...tokens]).toEqual([1, 2]);
    expect([String.fromCharCode(...newWords), ...newWordStarts]).toEqual(["not", 0, 3]);
  });

  test("are refused when they have another tokenizer", () => {
    const part = new TokenCorpusBuilder({ tokenizer: whitespaceTokenizer() }).takePart();
    expect(() => new TokenCorpusBuilder().appender()(part)).toThrow(
      new RangeError("Cannot append a part: it must have the tokenizer words, current value is whitespace"),
    );
  });
});
