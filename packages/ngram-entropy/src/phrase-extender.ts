import type { TokenCorpus } from "@corpulse/tokens";

/** A run of tokens and where it stands. */
export interface Phrase {
  readonly length: number;
  /** In how many documents it stands. */
  readonly documents: number;
  /** The first token of every occurrence, rising. */
  readonly begins: Uint32Array;
}

/** How far a phrase is lengthened: while so many documents hold it, and up to so many tokens. */
export interface PhraseLimits {
  readonly documents: number;
  readonly length: number;
}

/** The occurrences of a phrase that is being lengthened: so many of them, the documents they stand in beside them. */
interface Occurrences {
  readonly begins: Uint32Array;
  readonly homes: Uint32Array;
  count: number;
}

/** A token that stands beside a phrase in the most documents, and how many they are. */
interface Neighbour {
  readonly token: number;
  readonly documents: number;
}

/** Lengthens phrases of a corpus. */
export class PhraseExtender {
  readonly #tokens: Int32Array;
  readonly #offsets: Uint32Array;
  /** By token, in how many documents it stands beside a phrase, and one more than the latest one; 0 between phrases. */
  readonly #holding: Uint32Array;
  readonly #latest: Uint32Array;

  constructor({ tokens, offsets, vocabulary }: TokenCorpus) {
    this.#tokens = tokens;
    this.#offsets = offsets;
    this.#holding = new Uint32Array(vocabulary.length);
    this.#latest = new Uint32Array(vocabulary.length);
  }

  /** Lengthens a phrase by the commonest next token, first to the right and then to the left. */
  extend(phrase: Phrase, limits: PhraseLimits): Phrase {
    const found = this.#occurrences(phrase);
    let { length, documents } = phrase;
    for (const side of ["right", "left"] as const) {
      while (length < limits.length) {
        const distance = side === "right" ? length : -1;
        const next = this.#commonest(found, distance);
        if (next.documents < limits.documents) break;
        this.#narrow(found, distance, next.token);
        length++;
        documents = next.documents;
      }
    }
    return { length, documents, begins: found.begins.subarray(0, found.count) };
  }

  #occurrences({ begins }: Phrase): Occurrences {
    const offsets = this.#offsets;
    const homes = new Uint32Array(begins.length);
    let document = 0;
    for (let at = 0; at < begins.length; at++) {
      while (begins[at] >= offsets[document + 1]) document++;
      homes[at] = document;
    }
    return { begins: begins.slice(), homes, count: begins.length };
  }

  /** The commonest token, by documents, at a distance from the beginnings; of equal ones the first to be in so many. */
  #commonest({ begins, homes, count }: Occurrences, distance: number): Neighbour {
    const [tokens, offsets, holding, latest] = [this.#tokens, this.#offsets, this.#holding, this.#latest];
    const met: number[] = [];
    let best = -1;
    let most = 0;
    for (let at = 0; at < count; at++) {
      const position = begins[at] + distance;
      const home = homes[at];
      if (position < offsets[home] || position >= offsets[home + 1]) continue;
      const token = tokens[position];
      if (latest[token] === home + 1) continue;
      if (latest[token] === 0) met.push(token);
      latest[token] = home + 1;
      holding[token]++;
      if (holding[token] > most) {
        best = token;
        most = holding[token];
      }
    }
    for (const token of met) {
      latest[token] = 0;
      holding[token] = 0;
    }
    return { token: best, documents: most };
  }

  /** Keeps the occurrences that have a token at a distance from their beginning, with it. */
  #narrow(found: Occurrences, distance: number, token: number): void {
    const [tokens, offsets] = [this.#tokens, this.#offsets];
    const { begins, homes, count } = found;
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const position = begins[at] + distance;
      const home = homes[at];
      if (position < offsets[home] || position >= offsets[home + 1] || tokens[position] !== token) continue;
      begins[kept] = Math.min(begins[at], position);
      homes[kept++] = home;
    }
    found.count = kept;
  }
}
