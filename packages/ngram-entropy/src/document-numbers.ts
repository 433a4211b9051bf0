import { notNegative } from "./not-negative.ts";

/** The numbers that reading a document takes. */
export interface DocumentNumbers {
  readonly tokens: Int32Array;
  /** By token, the place of the corpus, from 1, where it was met last: what other documents left behind lies outside. */
  readonly before: Int32Array;
  /** By place in the document, from 1, where its token stands next and how often it has stood so far; 0 is no place. */
  readonly places: Int32Array;
  /** How many types the document has at least so often. */
  readonly atLeast: Int32Array;
  /** For each length of a stretch the most types with which it is full. */
  readonly limits: Int32Array;
  /** The full stretches of a document, then the types and tokens of the one that is left, forwards and backwards. */
  readonly ends: Int32Array;
}

/** Where in {@link DocumentNumbers.ends} the way back begins. */
export const BACKWARDS = 3;

/** Stands for the next place of a token that the document does not have again. */
const NEVER = 0x7fffffff;

/** 1 when one integer is below another, else 0. */
const isBelow = (one: number, other: number): number => (one - other) >>> 31;

/** Where a document lies, and the windows that types are counted in. */
export interface DocumentPlace {
  readonly length: number;
  /** How many tokens of the corpus stand before it. */
  readonly base: number;
  readonly window: number;
}

/** Reads a document forwards and gives the numbers of types in all windows, added up: `forwards` of the kernel. */
export function readForwards(numbers: DocumentNumbers, { length, base, window }: DocumentPlace): number {
  const { tokens, before, places, atLeast, limits, ends } = numbers;
  const lastWindow = length - window + 1;
  let windowTypes = 0;
  let factors = 0;
  let types = 0;
  let begin = 1;
  for (let place = 1; place <= length; place++) {
    const token = tokens[place - 1];
    const previous = notNegative((before[token] - base) | 0);
    before[token] = base + place;
    places[previous * 2] = place;
    const rank = places[previous * 2 + 1] + 1;
    places[place * 2] = NEVER;
    places[place * 2 + 1] = rank;
    atLeast[rank]++;
    // The windows in which this is the token's first place begin behind its previous one.
    const first = previous + notNegative(place - window - previous);
    const last = place - notNegative(place - lastWindow);
    windowTypes += notNegative(last - first);
    types += isBelow(previous, begin);
    if (types <= limits[place - begin + 1]) {
      factors++;
      types = 0;
      begin = place + 1;
    }
  }
  ends.set([factors, types, length + 1 - begin]);
  return windowTypes;
}

/** Reads the places backwards that the way forwards has linked: `backwards` of the kernel. */
export function readBackwards({ places, limits, ends }: DocumentNumbers, length: number): void {
  let factors = 0;
  let types = 0;
  let begin = length;
  for (let place = length; place > 0; place--) {
    types += isBelow(begin, places[place * 2]);
    if (types <= limits[begin - place + 1]) {
      factors++;
      types = 0;
      begin = place - 1;
    }
  }
  ends.set([factors, types, begin], BACKWARDS);
}
