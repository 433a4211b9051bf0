import { type Random, seededRandom } from "@corpulse/measurement";
import { zipfSampler } from "./zipf-sampler.ts";

/** What a generated corpus is made of. */
export interface GeneratedCorpusOptions {
  readonly documents: number;
  /** Tokens a document. */
  readonly tokens: number;
  /** @default 20000 */
  readonly vocabulary?: number;
  /** Of the Zipf law that words follow; 0 makes all words alike, and with them nearly all n-grams distinct. @default 1 */
  readonly exponent?: number;
  /** The share of documents that copy an earlier one word by word. @default 0 */
  readonly exact?: number;
  /** The share of documents that copy an earlier one but for one to three words. @default 0 */
  readonly near?: number;
  /** @default 1 */
  readonly seed?: number;
}

/** How a document came about: `source` is the document it copies, or itself. */
export interface PlantedDocument {
  readonly kind: "original" | "exact" | "near";
  readonly source: number;
}

/** A corpus whose every document follows from the seed and its own number, so that none has to be kept. */
export interface GeneratedCorpus {
  readonly documents: number;
  planted(document: number): PlantedDocument;
  text(document: number): string;
}

const LETTERS = "etaoinshrdlucmfwypvbgkjqxz";

/** A word of lower-case letters for each rank, frequent ones shorter, so that every tokenizer cuts the texts alike. */
export function wordOfRank(rank: number): string {
  let word = "";
  for (let rest = rank; rest >= 0; rest = Math.floor(rest / 26) - 1) word += LETTERS[rest % 26];
  return word;
}

const MOST_REPLACED = 3;

/** Mixes the bits of a document's number into the seed, because neighbouring seeds of mulberry32 give related streams. */
function randomOf(seed: number, document: number): Random {
  const mixed = Math.imul(document + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca77);
  return seededRandom(Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d));
}

function check({ documents, tokens, exact, near }: Required<GeneratedCorpusOptions>): void {
  if (!(Number.isInteger(documents) && documents > 0 && Number.isInteger(tokens) && tokens > 0)) {
    throw new RangeError(
      `Cannot generate a corpus: documents and tokens must be positive integers, current value is ${documents} × ${tokens}`,
    );
  }
  if (!(exact >= 0 && near >= 0 && exact + near < 1)) {
    throw new RangeError(
      `Cannot generate a corpus: the shares of copies must leave room for originals, current value is ${exact} + ${near}`,
    );
  }
}

/** A seeded corpus of words that follow a Zipf law, with planted exact and near-copies of earlier originals. */
export function generatedCorpus(options: GeneratedCorpusOptions): GeneratedCorpus {
  const { documents, tokens, vocabulary = 20_000, exponent = 1, exact = 0, near = 0, seed = 1 } = options;
  check({ documents, tokens, vocabulary, exponent, exact, near, seed });
  const sample = zipfSampler(vocabulary, exponent);
  const words = Array.from({ length: vocabulary }, (_, rank) => wordOfRank(rank));

  const kindOf = (drawn: number): PlantedDocument["kind"] =>
    drawn < exact ? "exact" : drawn < exact + near ? "near" : "original";

  function plantedBy(random: Random, document: number): PlantedDocument {
    const kind = document === 0 ? "original" : kindOf(random());
    if (kind === "original") return { kind, source: document };
    let source = Math.floor(random() * document);
    // Copies of copies would drift apart. The first document is an original, so this ends.
    while (source > 0 && kindOf(randomOf(seed, source)()) !== "original") source--;
    return { kind, source };
  }

  function ranks(document: number): Uint32Array {
    const random = randomOf(seed, document);
    const { kind, source } = plantedBy(random, document);
    if (kind === "original") return Uint32Array.from({ length: tokens }, () => sample(random));
    const copy = ranks(source);
    const replaced = kind === "near" ? 1 + Math.floor(random() * MOST_REPLACED) : 0;
    for (let index = 0; index < replaced; index++) copy[Math.floor(random() * tokens)] = sample(random);
    return copy;
  }

  return {
    documents,
    planted: (document) => plantedBy(randomOf(seed, document), document),
    text: (document) => Array.from(ranks(document), (rank) => words[rank]).join(" "),
  };
}
