import JapaneseTokenizer from "natural/lib/natural/tokenizers/tokenizer_ja.js";
import TreebankTokenizer from "natural/lib/natural/tokenizers/treebank_word_tokenizer.js";
import type { CaseOptions, Tokenizer } from "@corpulse/tokens";
import { cuttingTokenizer, writeOutRepetitions } from "./cutting-tokenizer.ts";
import { STEMMERS } from "./stemmers.ts";
import { stemmingTokenizer } from "./stemming-tokenizer.ts";

/** One of the tokenizers to choose from. */
export interface NaturalTokenizer {
  readonly name: string;
  /** One line: what it does, and to which text. */
  readonly description: string;
}

/** The tokenizers and stemmers that {@link naturalTokenizer} makes. */
export const NATURAL_TOKENIZERS: readonly NaturalTokenizer[] = [
  {
    name: "treebank",
    description: "Penn Treebank tokens of English: punctuation and contractions apart, ASCII text only",
  },
  { name: "porter", description: "words brought to their stems by Porter's algorithm, for English" },
  { name: "lancaster", description: "words brought to short stems by the Paice/Husk (Lancaster) rules, for English" },
  { name: "german", description: "words brought to their stems by the Snowball algorithm, for German" },
  { name: "french", description: "words brought to their stems by the Snowball algorithm, for French" },
  { name: "spanish", description: "words brought to their stems by the Snowball algorithm, for Spanish" },
  { name: "italian", description: "words brought to their stems by the Snowball algorithm, for Italian" },
  { name: "portuguese", description: "words brought to their stems by the Snowball algorithm, for Portuguese" },
  { name: "dutch", description: "words brought to their stems by Porter's Snowball algorithm, for Dutch" },
  { name: "russian", description: "words brought to their stems by the Snowball algorithm, for Russian" },
  { name: "swedish", description: "words brought to their stems by the Snowball algorithm, for Swedish" },
  { name: "norwegian", description: "words brought to their stems by the Snowball algorithm, for Norwegian Bokmål" },
  { name: "japanese", description: "words of Japanese by TinySegmenter, without punctuation and without a dictionary" },
];

/**
 * A tokenizer or stemmer of `natural` by its name, one of {@link NATURAL_TOKENIZERS}. Its own name, which enters every
 * signature, is `natural:` and that name.
 *
 * A stemmer takes the words of `wordTokenizer` to their stems, so that inflected forms count as one type. With `keepCase`
 * a stem keeps the case of its word's letters.
 *
 * @throws {RangeError} when there is no tokenizer of that name
 * @example
 * ```ts
 * import { naturalTokenizer } from "@corpulse/natural-tokenizers";
 *
 * naturalTokenizer("porter").tokenize("Relational databases related"); // ["relat", "databas", "relat"]
 * ```
 */
export function naturalTokenizer(name: string, { keepCase = false }: CaseOptions = {}): Tokenizer {
  const fullName = `natural:${name}${keepCase ? "+keep-case" : ""}`;
  const stem = STEMMERS.get(name);
  if (stem !== undefined) return stemmingTokenizer(fullName, stem, { keepCase });
  if (name === "treebank") {
    const treebank = new TreebankTokenizer();
    return cuttingTokenizer(fullName, (text) => treebank.tokenize(text), { keepCase });
  }
  if (name === "japanese") {
    const japanese = new JapaneseTokenizer();
    return cuttingTokenizer(fullName, (text) => japanese.tokenize(writeOutRepetitions(text)), { keepCase });
  }
  const names = NATURAL_TOKENIZERS.map((tokenizer) => tokenizer.name).join(", ");
  throw new RangeError(
    `Cannot choose a tokenizer of natural: the name must be one of ${names}, current value is ${name}`,
  );
}
