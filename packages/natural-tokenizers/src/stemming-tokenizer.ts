import { type CaseOptions, foldCase, type Tokenizer, wordTokenizer } from "@corpulse/tokens";
import type { Stem } from "./stemmers.ts";

/** A stem takes a microsecond, a look-up a tenth of that, and most words of a text are frequent ones. */
const CACHED_WORDS = 1 << 17;

/** Gives a stem the case of the word it was made from, wherever it still has the word's letters. */
function restoreCase(stem: string, folded: string, word: string): string {
  if (folded === word || folded.length !== word.length) return stem;
  let restored = "";
  for (let index = 0; index < stem.length; index++) {
    restored += stem[index] === folded[index] ? word[index] : stem[index];
  }
  return restored;
}

/** The words of a text, each brought to its stem. The words are ours: natural's own tokenizers lose all but ASCII. */
export function stemmingTokenizer(name: string, stem: Stem, { keepCase = false }: CaseOptions): Tokenizer {
  const words = wordTokenizer({ keepCase });
  const cache = new Map<string, string>();
  const stemOf = (word: string): string => {
    const folded = keepCase ? foldCase(word) : word;
    return restoreCase(stem(folded) || folded, folded, word);
  };
  return {
    name,
    tokenize(text) {
      const normalized = words.normalize(text);
      const stems: string[] = [];
      words.spans(normalized, (start, end) => {
        const word = normalized.slice(start, end);
        let known = cache.get(word);
        if (known === undefined) {
          known = stemOf(word);
          if (cache.size >= CACHED_WORDS) cache.clear();
          cache.set(word, known);
        }
        stems.push(known);
      });
      return stems;
    },
  };
}
