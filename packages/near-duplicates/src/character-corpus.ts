import type { TokenCorpus } from "@corpulse/tokens";

/** The characters of every word of a vocabulary, as ids, end to end. */
interface SpelledVocabulary {
  readonly characters: readonly string[];
  readonly letters: Int32Array;
  readonly offsets: Uint32Array;
}

/** Id 0 is the space that stands between two tokens. */
const SPACE = 0;

function spell(vocabulary: readonly string[]): SpelledVocabulary {
  const ids = new Map<string, number>([[" ", SPACE]]);
  const offsets = new Uint32Array(vocabulary.length + 1);
  const letters = new Int32Array(vocabulary.reduce((sum, word) => sum + word.length, 0));
  let length = 0;
  for (let word = 0; word < vocabulary.length; word++) {
    for (const character of vocabulary[word]) {
      let id = ids.get(character);
      if (id === undefined) {
        id = ids.size;
        ids.set(character, id);
      }
      letters[length++] = id;
    }
    offsets[word + 1] = length;
  }
  return { characters: [...ids.keys()], letters, offsets };
}

/**
 * The same documents in characters: the tokens of each joined by one space, so that white space and punctuation that the
 * tokenizer drops do not count. Every word of the vocabulary is spelled once; the rest is copying ids.
 */
export function characterCorpus(corpus: TokenCorpus): TokenCorpus {
  const { tokens, offsets: documents } = corpus;
  const { characters, letters, offsets } = spell(corpus.vocabulary);
  const starts = new Uint32Array(documents.length);
  for (let document = 0; document + 1 < documents.length; document++) {
    let length = Math.max(0, documents[document + 1] - documents[document] - 1);
    for (let position = documents[document]; position < documents[document + 1]; position++) {
      length += offsets[tokens[position] + 1] - offsets[tokens[position]];
    }
    starts[document + 1] = starts[document] + length;
  }
  const spelled = new Int32Array(starts[starts.length - 1]);
  let target = 0;
  for (let document = 0; document + 1 < documents.length; document++) {
    for (let position = documents[document]; position < documents[document + 1]; position++) {
      if (position > documents[document]) spelled[target++] = SPACE;
      for (let at = offsets[tokens[position]]; at < offsets[tokens[position] + 1]; at++)
        spelled[target++] = letters[at];
    }
  }
  return { ...corpus, tokens: spelled, offsets: starts, vocabulary: characters };
}
