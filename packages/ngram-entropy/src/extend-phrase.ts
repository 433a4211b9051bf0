import type { TokenCorpus } from "@corpulse/tokens";

/** A run of tokens and where it stands. */
export interface Phrase {
  readonly length: number;
  /** The first token of every occurrence, rising. */
  readonly begins: Uint32Array;
  /** The document of every occurrence. */
  readonly documents: Uint32Array;
}

/** How many different documents a rising list names. */
export function distinctDocuments(documents: Uint32Array): number {
  let distinct = 0;
  for (let at = 0; at < documents.length; at++) if (at === 0 || documents[at] !== documents[at - 1]) distinct++;
  return distinct;
}

/** The commonest token, by documents, at a distance from the beginnings; −1 when no occurrence has one in its document. */
function commonestToken({ tokens, offsets }: TokenCorpus, { begins, documents }: Phrase, distance: number): number {
  const found = new Map<number, { documents: number; latest: number }>();
  let best = -1;
  let most = 0;
  for (let at = 0; at < begins.length; at++) {
    const position = begins[at] + distance;
    const document = documents[at];
    if (position < offsets[document] || position >= offsets[document + 1]) continue;
    const token = tokens[position];
    const seen = found.get(token) ?? { documents: 0, latest: -1 };
    if (seen.latest === document) continue;
    seen.latest = document;
    seen.documents++;
    found.set(token, seen);
    if (seen.documents > most) [best, most] = [token, seen.documents];
  }
  return best;
}

/** The occurrences that have a token at a distance from their beginning. */
function narrow(
  { tokens, offsets }: TokenCorpus,
  { begins, documents }: Phrase,
  distance: number,
  token: number,
): number[] {
  const kept: number[] = [];
  for (let at = 0; at < begins.length; at++) {
    const position = begins[at] + distance;
    const inside = position >= offsets[documents[at]] && position < offsets[documents[at] + 1];
    if (inside && tokens[position] === token) kept.push(at);
  }
  return kept;
}

/** The phrase with the commonest token added at one side, or undefined when too few documents would be left. */
function grow(corpus: TokenCorpus, phrase: Phrase, side: "left" | "right", needed: number): Phrase | undefined {
  const distance = side === "left" ? -1 : phrase.length;
  const token = commonestToken(corpus, phrase, distance);
  if (token < 0) return undefined;
  const kept = narrow(corpus, phrase, distance, token);
  const documents = Uint32Array.from(kept, (at) => phrase.documents[at]);
  if (distinctDocuments(documents) < needed) return undefined;
  const begins = Uint32Array.from(kept, (at) => phrase.begins[at] + (side === "left" ? -1 : 0));
  return { length: phrase.length + 1, begins, documents };
}

/** How far a phrase is lengthened: while so many documents hold it, and up to so many tokens. */
export interface PhraseLimits {
  readonly documents: number;
  readonly length: number;
}

/** Lengthens a phrase by the commonest next token, first to the right and then to the left. */
export function extendPhrase(corpus: TokenCorpus, phrase: Phrase, limits: PhraseLimits): Phrase {
  let extended = phrase;
  for (const side of ["right", "left"] as const) {
    while (extended.length < limits.length) {
      const longer = grow(corpus, extended, side, limits.documents);
      if (longer === undefined) break;
      extended = longer;
    }
  }
  return extended;
}
