import { notNegative } from "./not-negative.ts";

/** The numbers that reading a document takes. */
export interface DocumentNumbers {
  /** Those of all documents. */
  readonly tokens: Int32Array;
  /** By token, the place of the corpus, from 1, where it was met last: what other documents left behind lies outside. */
  readonly before: Int32Array;
  /** By place in the document, from 1, where its token stands next and how often it has stood so far. */
  readonly places: Int32Array;
  /** The places whose tokens the document has had before, each with the place before. */
  readonly list: Int32Array;
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

/** Lists what a document repeats, given how many tokens of the corpus stand before it, and gives the end of the list. */
export function listRepeats({ tokens, before, places, list }: DocumentNumbers, length: number, base: number): number {
  let end = 0;
  for (let place = 1; place <= length; place++) {
    const token = tokens[base + place - 1];
    const previous = (before[token] - base) | 0;
    before[token] = base + place;
    places[place * 2] = NEVER;
    places[place * 2 + 1] = 1;
    // What is no repeat is written over by the next place.
    list[end] = place;
    list[end + 1] = previous;
    end += isBelow(0, previous) * 2;
  }
  return end;
}

/**
 * Reads the repeats of a document, and gives how many tokens of all windows their windows have had before. Types alone make a
 * stretch no fuller, so no other places need to be looked at.
 */
export function readForwards(numbers: DocumentNumbers, end: number, length: number, window: number): number {
  const { places, list, atLeast, limits, ends } = numbers;
  const lastWindow = length - window + 1;
  let repeats = 0;
  let factors = 0;
  let again = 0;
  let begin = 1;
  for (let at = 0; at < end; at += 2) {
    const place = list[at];
    const previous = list[at + 1];
    places[previous * 2] = place;
    const rank = places[previous * 2 + 1] + 1;
    places[place * 2 + 1] = rank;
    atLeast[rank]++;
    // The windows that hold both places.
    repeats += notNegative(Math.min(previous, lastWindow) - notNegative(place - window));
    again += 1 - isBelow(previous, begin);
    const stretch = place - begin + 1;
    if (stretch - again <= limits[stretch]) {
      factors++;
      again = 0;
      begin = place + 1;
    }
  }
  const left = length - begin + 1;
  ends.set([factors, left - again, left]);
  return repeats;
}

/** Reads the places backwards that the way forwards has linked. */
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
