import { ngramIndex, selectDocuments, tokenCorpus, whitespaceTokenizer } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import type { Embedding } from "./embedding.ts";
import { featureHash } from "./feature-hash.ts";
import { stepsPerOne } from "./steps-per-one.ts";
import { featureSign } from "./fixtures/feature-sign.ts";
import { lexicalEmbedding } from "./lexical-embedding.ts";

const TEXTS = [
  "The old harbour is quiet in winter, and the boats lie under snow.",
  "The old harbour is quiet in winter and most boats lie under the snow.",
  "Compute the derivative of the function and find its maximum.",
  "Computing derivatives of functions: where are their maxima?",
  "Which spices belong in a lentil soup?",
  "Name three rivers that flow into the Black Sea.",
  "Name three cities that lie on the Black Sea.",
  "Write a short poem about an owl who cannot sleep.",
];

function row({ data, dimensions }: Embedding, document: number): Float32Array {
  return data.subarray(document * dimensions, (document + 1) * dimensions);
}

function dot(embedding: Embedding, left: number, right: number): number {
  const other = row(embedding, right);
  return row(embedding, left).reduce((sum, value, k) => sum + value * other[k], 0);
}

const gramsOf = (word: string): string[] => {
  const bounded = `\u0002${word}\u0003`;
  return [3, 4, 5].flatMap((n) =>
    Array.from({ length: Math.max(0, bounded.length - n + 1) }, (_, i) => `g:${bounded.slice(i, i + n)}`),
  );
};

const product = (a: Map<string, number>, b: Map<string, number>): number =>
  [...a].reduce((sum, [feature, value]) => sum + value * (b.get(feature) ?? 0), 0);

/** What the definition is made of: idf by feature (`w:` and `g:`), and the words of documents with their frequencies. */
interface Weighted {
  readonly idf: (feature: string) => number;
  readonly documents: readonly ReadonlyMap<string, number>[];
}

function weighted(texts: readonly string[]): Weighted {
  const documents = texts.map((text) => {
    const words = new Map<string, number>();
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    return words;
  });
  const frequencies = new Map<string, number>();
  const add = (feature: string, amount: number): void => {
    frequencies.set(feature, (frequencies.get(feature) ?? 0) + amount);
  };
  for (const words of documents) for (const word of words.keys()) add(`w:${word}`, 1);
  for (const [feature, amount] of Array.from(frequencies))
    for (const gram of gramsOf(feature.slice(2))) add(gram, amount);
  const idf = (feature: string): number => {
    const frequency = Math.min(frequencies.get(feature) ?? 0, texts.length);
    return Math.log((1 + texts.length) / (1 + frequency)) + 1;
  };
  return { idf, documents };
}

/** The features of a word: itself, and its character n-grams with their own idf, scaled to the same length. */
function featuresOf(word: string, idf: (feature: string) => number): [string, number][] {
  const grams = gramsOf(word);
  const length = Math.hypot(...grams.map(idf));
  const whole = idf(`w:${word}`);
  return [[`w:${word}`, whole], ...grams.map((gram): [string, number] => [gram, (whole * idf(gram)) / length])];
}

/** The cosine that the projection approximates, by the definition and with strings for features: words weigh 1 + ln tf. */
function exactCosines(texts: readonly string[]): number[][] {
  const { idf, documents } = weighted(texts);
  const vectors = documents.map((words) => {
    const vector = new Map<string, number>();
    for (const [word, frequency] of words)
      for (const [feature, value] of featuresOf(word, idf))
        vector.set(feature, (vector.get(feature) ?? 0) + (1 + Math.log(frequency)) * value);
    return vector;
  });
  return vectors.map((a) => vectors.map((b) => product(a, b) / Math.sqrt(product(a, a) * product(b, b))));
}

const lengthOf = (values: readonly number[]): number => Math.hypot(...values);

/** The rows that the integers of 16 bits stand for, in 64 bits, and how far from them rounding can bring a row. */
function projectedRows(texts: readonly string[], dimensions: number): { exact: number[]; margin: number[] }[] {
  const { idf, documents } = weighted(texts);
  const hashOf = (feature: string): number => featureHash(feature.slice(2), feature.startsWith("w:") ? 0 : 1);
  return documents.map((words) => {
    const sums = Array.from({ length: dimensions }, () => 0);
    const offs = Array.from({ length: dimensions }, () => 0);
    for (const [word, frequency] of words) {
      const features = featuresOf(word, idf);
      const weight = 1 + Math.log(frequency);
      // Half a step of the vector's values, 1/512 of one for each feature, and half a 512th of the weight.
      const off = (0.5 + features.length / 512) / stepsPerOne(texts.length);
      for (let k = 0; k < dimensions; k++) {
        let value = 0;
        for (const [feature, amount] of features) value += featureSign(hashOf(feature), k) * amount;
        sums[k] += weight * value;
        offs[k] += weight * off + (Math.abs(value) + off) / 1024;
      }
    }
    const length = lengthOf(sums);
    const offLength = lengthOf(offs) / length;
    const exact = sums.map((sum) => sum / length);
    // The row is off, and so is the length that it is divided by; in the end it is rounded to 24 bits.
    const margin = exact.map(
      (value, k) => (offs[k] / length + Math.abs(value) * offLength) / (1 - offLength) + 2 ** -24,
    );
    return { exact, margin };
  });
}

/** The errors of the projected cosines of all pairs of texts over some seeds. */
function errors(dimensions: number, seeds: number): number[] {
  const exact = exactCosines(TEXTS);
  return Array.from({ length: seeds }, (_, seed) => {
    const embedding = lexicalEmbedding(tokenCorpus(TEXTS), { dimensions, seed });
    return exact.flatMap((cosines, i) => cosines.slice(0, i).map((cosine, j) => dot(embedding, i, j) - cosine));
  }).flat();
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const rootMeanSquare = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value * value)));

describe("lexicalEmbedding", () => {
  test.each([
    [256, 60],
    [1000, 30],
  ])(
    "in %d dimensions keeps the cosines of exact TF-IDF, by chance off by about 1/√dimensions",
    (dimensions, seeds) => {
      const off = errors(dimensions, seeds);
      // For signs drawn at random the variance of a projected dot product of unit vectors is at most (1 + cos²)/d.
      expect(rootMeanSquare(off)).toBeLessThan(1.1 / Math.sqrt(dimensions));
      expect(rootMeanSquare(off)).toBeGreaterThan(0.5 / Math.sqrt(dimensions));
      expect(Math.max(...off.map(Math.abs))).toBeLessThan(5 / Math.sqrt(dimensions));
      expect(Math.abs(mean(off))).toBeLessThan(0.2 / Math.sqrt(dimensions));
    },
  );

  test.each([1, 40, 256])(
    "in %d dimensions is the definition in 64 bits, within what rounding to integers can do",
    (dimensions) => {
      const texts = [...TEXTS, "the the the the owl, the owl and the sea".repeat(30), TEXTS.join(" ")];
      const embedding = lexicalEmbedding(tokenCorpus(texts), { dimensions });
      for (const [document, { exact, margin }] of projectedRows(texts, dimensions).entries()) {
        const found = [...row(embedding, document)];
        expect(found.filter((value, k) => Math.abs(value - exact[k]) > margin[k])).toEqual([]);
        expect(lengthOf(found.map((value, k) => value - exact[k]))).toBeLessThan(2e-3);
      }
    },
  );

  test("puts near-copies much closer together than other texts", () => {
    const embedding = lexicalEmbedding(tokenCorpus(TEXTS));
    expect(dot(embedding, 0, 1)).toBeGreaterThan(0.9);
    expect(dot(embedding, 5, 6)).toBeGreaterThan(0.4);
    for (const other of [0, 1, 2, 3, 5, 6]) {
      expect(dot(embedding, other, 4)).toBeLessThan(0.35);
      expect(dot(embedding, other, 7)).toBeLessThan(0.35);
    }
  });

  test("puts inflected words closer together than other words, although none is the same", () => {
    const texts = ["compute derivative function", "computing derivatives functions", "lentil harbour poetry"];
    const embedding = lexicalEmbedding(tokenCorpus(texts), { dimensions: 4096 });
    expect(dot(embedding, 0, 1)).toBeGreaterThan(0.25);
    expect(Math.abs(dot(embedding, 0, 2))).toBeLessThan(0.1);
  });

  test("makes rows of length 1, and a zero row of a document without tokens", () => {
    const embedding = lexicalEmbedding(tokenCorpus([...TEXTS, "", "?!"]));
    expect(embedding.data).toHaveLength(10 * 256);
    for (let document = 0; document < 8; document++) expect(dot(embedding, document, document)).toBeCloseTo(1, 6);
    expect(row(embedding, 8).every((value) => value === 0)).toBe(true);
    expect(row(embedding, 9).every((value) => value === 0)).toBe(true);
  });

  test("a row does not depend on where its document stands nor on token ids", () => {
    const corpus = tokenCorpus(TEXTS);
    const order = [5, 2, 7, 0, 1, 6, 4, 3];
    const shuffled = lexicalEmbedding(selectDocuments(corpus, order));
    const straight = lexicalEmbedding(corpus);
    for (const [place, document] of order.entries()) expect(row(shuffled, place)).toEqual(row(straight, document));
  });

  test("words that no document uses change nothing", () => {
    const corpus = tokenCorpus(TEXTS);
    const wider = { ...corpus, vocabulary: [...corpus.vocabulary, "harbourmaster", "", "zzz"] };
    expect(lexicalEmbedding(wider)).toEqual(lexicalEmbedding(corpus));
  });

  test("copies have the same row to the last bit, and so have texts of the same words in another order", () => {
    const embedding = lexicalEmbedding(
      tokenCorpus([TEXTS[0], TEXTS[0], TEXTS[0].split(" ").toReversed().join(" "), TEXTS[4]]),
    );
    expect(row(embedding, 0)).toEqual(row(embedding, 1));
    expect(row(embedding, 0)).toEqual(row(embedding, 2));
    expect(row(embedding, 0)).not.toEqual(row(embedding, 3));
  });

  test("a word without end has a vector, and shares its spelling with other such words", () => {
    const endless = "lorem".repeat(200_000);
    const embedding = lexicalEmbedding(tokenCorpus([endless, `${endless}x`, "ipsum", "a".repeat(3000)]));
    expect(embedding.data.every(Number.isFinite)).toBe(true);
    for (let document = 0; document < 4; document++) expect(dot(embedding, document, document)).toBeCloseTo(1, 6);
    expect(dot(embedding, 0, 1)).toBeGreaterThan(0.3);
    expect(dot(embedding, 0, 2)).toBeLessThan(0.3);
  });

  test("takes any token as it is spelt: names of object properties, emoji, lone surrogates, the empty word", () => {
    const tokenizer = { name: "commas", tokenize: (text: string): string[] => text.split(",") };
    const texts = ["__proto__,constructor", "toString", "🦉,\ud800", "", "\ud801"];
    const embedding = lexicalEmbedding(tokenCorpus(texts, { tokenizer }));
    expect(embedding.data.every(Number.isFinite)).toBe(true);
    for (let document = 0; document < texts.length; document++)
      expect(dot(embedding, document, document)).toBeCloseTo(1, 6);
    expect(dot(embedding, 2, 4)).toBeLessThan(0.9);
  });

  test("names every setting that changes its vectors", () => {
    const corpus = tokenCorpus(["a b"], { tokenizer: whitespaceTokenizer({ keepCase: true }) });
    expect(lexicalEmbedding(corpus).name).toBe("lexical-256+whitespace+keep-case+seed-0+v2");
    expect(lexicalEmbedding(corpus, { dimensions: 100, seed: -3 }).name).toBe(
      "lexical-100+whitespace+keep-case+seed--3+v2",
    );
    expect(lexicalEmbedding(corpus, { seed: 1 }).data).not.toEqual(lexicalEmbedding(corpus).data);
    expect(lexicalEmbedding(corpus, { dimensions: 100 }).data).toHaveLength(100);
  });

  test("gives no rows for no documents, and reports rising progress up to 1", () => {
    expect(lexicalEmbedding(tokenCorpus([])).data).toHaveLength(0);
    const shares: number[] = [];
    lexicalEmbedding(tokenCorpus(TEXTS), { progress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("takes document frequencies that are known", () => {
    const corpus = tokenCorpus(TEXTS);
    const { documentFrequencies } = ngramIndex(corpus).column(1);
    expect(lexicalEmbedding(corpus, { documentFrequencies })).toEqual(lexicalEmbedding(corpus));
    const other = documentFrequencies.map(() => TEXTS.length);
    expect(lexicalEmbedding(corpus, { documentFrequencies: other })).not.toEqual(lexicalEmbedding(corpus));
  });

  const few = { documentFrequencies: Uint32Array.of(1, 1) };
  test.each([{ dimensions: 0 }, { dimensions: 1.5 }, { dimensions: Number.NaN }, { seed: 0.5 }, few])(
    "refuses %o",
    (options) => {
      expect(() => lexicalEmbedding(tokenCorpus(TEXTS), options)).toThrow(RangeError);
    },
  );
});
