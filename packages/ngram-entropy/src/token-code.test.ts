import { drawWithoutReplacement, seededRandom } from "@corpulse/measurement";
import { ngramIndex, selectDocuments, tokenCorpus, whitespaceTokenizer } from "@corpulse/tokens";
import * as fc from "fast-check";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type TokenCode, tokenCode } from "./token-code.ts";

const tokenizer = whitespaceTokenizer({ keepCase: true });
const codeOf = (texts: readonly string[]): TokenCode => tokenCode(ngramIndex(tokenCorpus(texts, { tokenizer })));
const ratio = ({ bytes, bits }: TokenCode): number => (bytes * 8) / bits;

const gzip = (texts: readonly string[]): number => texts.join("\n").length / gzipSync(texts.join("\n")).length;

/** Documents of words drawn from a Zipf-like vocabulary: nothing is copied, short stretches repeat by chance. */
function zipfTexts(documents: number, length: number, seed: number): string[] {
  const random = seededRandom(seed);
  const draw = (): string => `word${Math.floor(Math.exp(random() * Math.log(5000)))}`;
  return Array.from({ length: documents }, () => Array.from({ length }, draw).join(" "));
}

/** How far the stream at `from` and the stream at `at` agree. */
function commonLength(stream: readonly { symbol: string }[], from: number, at: number): number {
  const end = stream.findIndex((_, to) => to >= at && stream[to].symbol !== stream[from + to - at].symbol);
  return (end < 0 ? stream.length : end) - at;
}

/** The same code, with strings and objects in place of the index, and the bits added up from the symbols written. */
function slowBits(documents: readonly (readonly string[])[]): number {
  const end = "\n";
  const stream: { symbol: string; gram: (order: number) => string | undefined }[] = documents.flatMap((words) =>
    [...words, end].map((symbol, at) => ({
      symbol,
      gram: (order) => (at + order <= words.length ? words.slice(at, at + order).join(" ") : undefined),
    })),
  );
  const counts = new Map<string, number>();
  for (const { gram } of stream) {
    for (const order of [3, 4]) counts.set(gram(order) ?? "", (counts.get(gram(order) ?? "") ?? 0) + 1);
  }
  const latest = new Map<string, number>();
  const model = new Map<string, number>();
  let [literals, matches, bits] = [0, 0, 0];
  const literalBits = (symbol: string): number => {
    const size = symbol === end ? 8 : 8 * (new TextEncoder().encode(symbol).length + 1);
    const known = model.get(symbol);
    if (literals === 0) return size;
    return known === undefined
      ? size - Math.log2(model.size / (literals + model.size))
      : -Math.log2(known / (literals + model.size));
  };
  for (let at = 0; at < stream.length;) {
    let source: number | undefined;
    for (const order of [4, 3]) {
      const gram = stream[at].gram(order);
      if (gram === undefined || counts.get(gram) === 1) continue;
      source ??= latest.get(gram);
      latest.set(gram, at);
    }
    const literalChoice = (): number => -Math.log2((literals + 0.5) / (literals + matches + 1));
    const flag = (chosen: number): number => -Math.log2((chosen + 0.5) / (literals + matches + 1));
    const length = source === undefined ? 0 : commonLength(stream, source, at);
    const pointer = flag(matches) + Math.log2(at) + 2 * Math.floor(Math.log2(length - 2)) + 1;
    const spelt = stream
      .slice(at, at + length)
      .reduce((sum, { symbol }) => sum + flag(literals) + literalBits(symbol), 0);
    if (source !== undefined && spelt > pointer) {
      bits += pointer;
      matches++;
      at += length;
    } else {
      for (const stop = at + (length > 32 ? length : 1); at < stop; at++) {
        const { symbol } = stream[at];
        bits += literalChoice() + literalBits(symbol);
        literals++;
        model.set(symbol, (model.get(symbol) ?? 0) + 1);
      }
    }
  }
  return bits;
}

describe("tokenCode()", () => {
  test("equals the same code written with strings", () => {
    const word = fc.constantFrom("a", "bb", "ccc", "日本", "e", "f");
    const corpora = fc.array(fc.array(word, { maxLength: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(corpora, (documents) => {
        expect(codeOf(documents.map((words) => words.join(" "))).bits).toBeCloseTo(slowBits(documents), 8);
      }),
      { numRuns: 300 },
    );
  });

  test("equals it too where stretches run over the ends of documents, empty ones among them", () => {
    const word = fc.constantFrom("a", "bb", "ccc");
    const document = fc.array(word, { maxLength: 12 });
    const corpora = fc
      .array(document, { minLength: 1, maxLength: 4 })
      .chain((known) => fc.array(fc.constantFrom(...known, []), { minLength: 1, maxLength: 20 }));
    fc.assert(
      fc.property(corpora, (documents) => {
        expect(codeOf(documents.map((words) => words.join(" "))).bits).toBeCloseTo(slowBits(documents), 8);
      }),
      { numRuns: 300 },
    );
  });

  test("equals it too where long stretches are cheaper to write out", () => {
    const stretches = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 20, maxLength: 40 });
    fc.assert(
      fc.property(stretches, (lengths) => {
        const words = lengths.flatMap((length, at) => [`once${at}`, ...Array<string>(length).fill("a")]);
        expect(codeOf([words.join(" ")]).bits).toBeCloseTo(slowBits([words]), 8);
      }),
      { numRuns: 60 },
    );
  });

  test("takes time in proportion to a corpus of one word with others strewn in", () => {
    const words = Array.from({ length: 400_000 }, (_, at) => (at % 20_000 === 19_999 ? `once${at}` : "a"));
    const { literals, matches, bits } = codeOf([words.join(" ")]);
    expect(literals + matches).toBeLessThanOrEqual(400_001);
    expect(bits).toBeLessThan(4000);
  });

  test("counts the bytes of tokens, each with a separator", () => {
    expect(codeOf(["añb c", "日"]).bytes).toBe(4 + 1 + 2 + 4);
  });

  test("sees a second copy of the whole corpus far away, which gzip does not", () => {
    const texts = zipfTexts(400, 120, 1);
    const twice = [...texts, ...texts];
    expect(ratio(codeOf(twice)) / ratio(codeOf(texts))).toBeGreaterThan(1.95);
    expect(codeOf(twice).longest).toBe(400 * 121);
    expect(gzip(twice) / gzip(texts)).toBeLessThan(1.05);
  });

  test("sees second copies in another order too, a pointer each", () => {
    const texts = zipfTexts(400, 120, 2);
    const random = seededRandom(3);
    const shuffled = texts.map((text) => ({ text, key: random() })).toSorted((left, right) => left.key - right.key);
    const both = [...texts, ...shuffled.map(({ text }) => text)];
    expect(ratio(codeOf(both)) / ratio(codeOf(texts))).toBeGreaterThan(1.8);
  });

  test("hardly depends on the order of documents", () => {
    const texts = zipfTexts(600, 60, 4);
    const templated = texts.map((text, at) =>
      at % 3 === 0 ? `please answer the following question now ${text}` : text,
    );
    const corpus = tokenCorpus(templated, { tokenizer });
    const value = ratio(tokenCode(ngramIndex(corpus)));
    const random = seededRandom(5);
    for (let run = 0; run < 5; run++) {
      const keys = Float64Array.from(templated, () => random());
      const order = [...drawWithoutReplacement(600, 600, random)].toSorted((left, right) => keys[left] - keys[right]);
      expect(ratio(tokenCode(ngramIndex(selectDocuments(corpus, order)))) / value).toBeCloseTo(1, 2);
    }
  });

  test("of words without any repeated stretch is an order-0 code: hardly shorter than the text", () => {
    const { matches, bits, bytes } = codeOf([Array.from({ length: 500 }, (_, at) => `w${at}`).join(" ")]);
    expect(matches).toBe(0);
    expect(bits).toBeGreaterThan(bytes * 8);
  });

  test("of one word over and over is a few pointers that overlap their source", () => {
    const { bits, matches } = codeOf([Array<string>(10_000).fill("again").join(" ")]);
    expect(matches).toBeLessThanOrEqual(2);
    expect(bits).toBeLessThan(200);
  });
});
