import type { NgramColumn, NgramIndex, TokenCorpus } from "@corpulse/tokens";
import { distinctDocuments, extendPhrase, type Phrase } from "./extend-phrase.ts";

/** A phrase that many documents share: what to look at when a corpus repeats itself. */
export interface RepeatedNgram {
  /** Its length in tokens. */
  readonly order: number;
  readonly tokens: readonly string[];
  /** How often it occurs. */
  readonly count: number;
  /** How many documents hold it. */
  readonly documents: number;
}

/** Phrases begin as 4-grams and grow while this share of their documents is left. */
const SEED_ORDER = 4;
const KEPT_DOCUMENTS = 0.9;
const LONGEST_PHRASE = 64;
const LISTED = 10;
/** How many of the most widespread 4-grams are looked at. Most of them are pieces of the same few phrases. */
const SEEDS = 400;
/** How many occurrences of a 4-gram are asked whether a listed phrase covers them. */
const PROBES = 1000;

/** The n-grams in the most documents, those first, and of equal ones the first to appear. */
function mostWidespread(frequencies: Uint32Array, limit: number): number[] {
  let highest = 0;
  for (let id = 0; id < frequencies.length; id++) highest = Math.max(highest, frequencies[id]);
  const types = new Uint32Array(highest + 1);
  for (let id = 0; id < frequencies.length; id++) types[frequencies[id]]++;
  /** The lowest frequency that is listed, and how many n-grams that have it. */
  let least = Math.max(2, highest);
  let room = limit;
  while (least > 2 && types[least] < room) room -= types[least--];
  const ids: number[] = [];
  for (let id = 0; id < frequencies.length; id++) {
    if (frequencies[id] > least || (frequencies[id] === least && room-- > 0)) ids.push(id);
  }
  return ids.toSorted((left, right) => frequencies[right] - frequencies[left] || left - right);
}

/** Where each seed ends, in one pass. */
function occurrences({ ids, counts }: NgramColumn, seeds: readonly number[]): readonly Uint32Array[] {
  const places = seeds.map((id) => new Uint32Array(counts[id]));
  const found = new Uint32Array(seeds.length);
  const rank = new Uint16Array(counts.length);
  for (const [at, id] of seeds.entries()) rank[id] = at + 1;
  for (let position = 0; position < ids.length; position++) {
    const id = ids[position];
    if (id < 0 || rank[id] === 0) continue;
    const seed = rank[id] - 1;
    places[seed][found[seed]++] = position;
  }
  return places;
}

/** The phrase that an n-gram is by itself. */
function phraseOf({ offsets }: TokenCorpus, ends: Uint32Array): Phrase {
  const documents = new Uint32Array(ends.length);
  let document = 0;
  for (let at = 0; at < ends.length; at++) {
    while (ends[at] >= offsets[document + 1]) document++;
    documents[at] = document;
  }
  return { length: SEED_ORDER, begins: ends.map((end) => end - SEED_ORDER + 1), documents };
}

/** Whether a phrase holds all but one token of an n-gram in a row, so that listing both would say the same twice. */
function resembles(listed: readonly string[], ngram: readonly string[]): boolean {
  const width = ngram.length - 1;
  for (let at = 0; at + width <= listed.length; at++) {
    for (const from of [0, 1]) {
      let same = 0;
      while (same < width && listed[at + same] === ngram[from + same]) same++;
      if (same === width) return true;
    }
  }
  return false;
}

/**
 * The phrases that the most documents share, at most ten, the most widespread first. Starting from the 4-grams in the most
 * documents, each is lengthened while nine tenths of its documents hold the longer one; a 4-gram that mostly lies on a
 * phrase listed before, or shares three tokens in a row with one, is passed over.
 *
 * @example
 * ```ts
 * import { repeatedNgrams } from "@corpulse/ngram-entropy";
 * import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
 *
 * const texts = ["Write a short poem about rain", "Write a short poem about sand", "Where is the station?"];
 * repeatedNgrams(ngramIndex(tokenCorpus(texts)))[0].tokens; // ["write", "a", "short", "poem", "about"]
 * ```
 */
export function repeatedNgrams(index: NgramIndex): readonly RepeatedNgram[] {
  const { corpus } = index;
  const column = index.column(SEED_ORDER);
  const frequencies = column.documentFrequencies;
  const seeds = mostWidespread(frequencies, SEEDS);
  const places = occurrences(column, seeds);
  const covered = new Uint8Array(corpus.tokens.length);
  const name = (begin: number, length: number): string[] =>
    Array.from(corpus.tokens.subarray(begin, begin + length), (token) => corpus.vocabulary[token]);
  const listed: RepeatedNgram[] = [];
  for (const [at, id] of seeds.entries()) {
    if (listed.length === LISTED) break;
    const probed = places[at].subarray(0, PROBES);
    const known = probed.filter((end) => covered.subarray(end - SEED_ORDER + 1, end + 1).includes(1)).length;
    const ngram = name(probed[0] - SEED_ORDER + 1, SEED_ORDER);
    if (known * 2 > probed.length || listed.some(({ tokens }) => resembles(tokens, ngram))) continue;
    const needed = Math.ceil(frequencies[id] * KEPT_DOCUMENTS);
    const phrase = extendPhrase(corpus, phraseOf(corpus, places[at]), { documents: needed, length: LONGEST_PHRASE });
    for (const begin of phrase.begins) covered.fill(1, begin, begin + phrase.length);
    listed.push({
      order: phrase.length,
      tokens: name(phrase.begins[0], phrase.length),
      count: phrase.begins.length,
      documents: distinctDocuments(phrase.documents),
    });
  }
  return listed.toSorted((left, right) => right.documents - left.documents);
}
