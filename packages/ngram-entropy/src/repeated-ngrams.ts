import type { NgramIndex, TokenCorpus } from "@corpulse/tokens";
import { CountTally } from "./count-tally.ts";
import { extendInKernel } from "./extend-in-kernel.ts";
import { type KernelIn, kernelIn } from "./kernel-in.ts";
import { PhraseExtender } from "./phrase-extender.ts";
import { SHARED_ORDER, type SharedNgrams, sharedNgrams } from "./shared-ngrams.ts";
import { TokenMarks } from "./token-marks.ts";

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

/** Phrases grow while this share of their documents is left. */
const KEPT_DOCUMENTS = 0.9;
const LONGEST_PHRASE = 64;
const LISTED = 10;
/** How many occurrences of an n-gram are asked whether a listed phrase covers them. */
const PROBES = 1000;

/** Whether a phrase holds all but one token of an n-gram in a row, so that listing both would say the same twice. */
function resembles(listed: Int32Array, ngram: Int32Array): boolean {
  const width = ngram.length - 1;
  for (let at = 0; at + width <= listed.length; at++) {
    for (let from = 0; from < 2; from++) {
      let same = 0;
      while (same < width && listed[at + same] === ngram[from + same]) same++;
      if (same === width) return true;
    }
  }
  return false;
}

/** The phrases of a corpus that its most widespread n-grams are part of. */
export function widespreadPhrases(
  corpus: TokenCorpus,
  { widespread }: SharedNgrams,
  kernel: KernelIn | null = null,
): readonly RepeatedNgram[] {
  const { tokens, vocabulary } = corpus;
  /** Where n-grams end that have a token in common with a listed phrase. */
  const covered = new TokenMarks(tokens.length + SHARED_ORDER);
  const extender = new PhraseExtender(corpus);
  const listed: { readonly tokens: Int32Array; readonly count: number; readonly documents: number }[] = [];
  for (const { documents, ends } of widespread) {
    if (listed.length === LISTED) break;
    const ngram = tokens.subarray(ends[0] - SHARED_ORDER + 1, ends[0] + 1);
    if (listed.some((phrase) => resembles(phrase.tokens, ngram))) continue;
    const probes = Math.min(ends.length, PROBES);
    let known = 0;
    for (let at = 0; at < probes; at++) if (covered.has(ends[at])) known++;
    if (known * 2 > probes) continue;
    const limits = { documents: Math.ceil(documents * KEPT_DOCUMENTS), length: LONGEST_PHRASE };
    const begins = ends.map((end) => end - SHARED_ORDER + 1);
    const seed = { length: SHARED_ORDER, documents, begins };
    const phrase = extendInKernel(corpus, seed, limits, kernel) ?? extender.extend(seed, limits);
    phrase.begins.forEach((begin) => covered.mark(begin, phrase.length + SHARED_ORDER - 1));
    listed.push({
      tokens: tokens.subarray(phrase.begins[0], phrase.begins[0] + phrase.length),
      count: phrase.begins.length,
      documents: phrase.documents,
    });
  }
  return listed
    .toSorted((left, right) => right.documents - left.documents)
    .map(({ tokens: ids, count, documents }) => ({
      order: ids.length,
      tokens: Array.from(ids, (token) => vocabulary[token]),
      count,
      documents,
    }));
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
  const kernel = kernelIn(index.memory);
  const shared = sharedNgrams(index.corpus, index.column(SHARED_ORDER), new CountTally(), kernel);
  return widespreadPhrases(index.corpus, shared, kernel);
}
