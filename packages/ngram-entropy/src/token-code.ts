import type { NgramColumn, NgramIndex } from "@corpulse/tokens";
import { SymbolStream } from "./symbol-stream.ts";
import { utf8Length } from "./utf8-length.ts";

/** What a corpus takes as text and in the code. */
export interface TokenCode {
  /** The UTF-8 bytes of all tokens, each followed by one separator. */
  readonly bytes: number;
  /** The bits of the code. */
  readonly bits: number;
  /** Tokens and ends of documents that are written out. */
  readonly literals: number;
  /** Stretches that are written as a pointer back. */
  readonly matches: number;
  /** The longest stretch, in tokens and ends of documents. */
  readonly longest: number;
}

/** N-grams by which an earlier copy is looked for, the longer first: what it finds goes on further. */
const ORDERS = [4, 3] as const;
const SHORTEST = 3;

/**
 * A stretch longer than this that is cheaper to write out than to point at is written out whole: in a corpus that says one
 * word over and over it would otherwise be found and refused again at each of its tokens.
 */
const LONG = 32;

/** Literals by an adaptive order-0 model: a known symbol by its count, a new one by an escape and its bytes (PPM's method C). */
class LiteralModel {
  readonly #counts: Uint32Array;
  readonly #sizes: readonly number[];
  total = 0;
  #types = 0;

  /** Takes the bytes of each symbol. */
  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
    this.#counts = new Uint32Array(this.#sizes.length);
  }

  bits(symbol: number): number {
    if (this.total === 0) return 8 * this.#sizes[symbol];
    const space = Math.log2(this.total + this.#types);
    const count = this.#counts[symbol];
    return count > 0 ? space - Math.log2(count) : space - Math.log2(this.#types) + 8 * this.#sizes[symbol];
  }

  add(symbol: number): void {
    if (this.#counts[symbol]++ === 0) this.#types++;
    this.total++;
  }
}

/** For each n-gram of a column one more than the symbol where it began last, 0 when it has not been met. */
interface Latest {
  readonly column: NgramColumn;
  readonly begins: Uint32Array;
}

/** Where the n-grams that begin at a token began last, or −1; notes that they begin here. */
function lookBack(lookups: readonly Latest[], token: number, end: number, symbol: number): number {
  let found = -1;
  for (const { column, begins } of lookups) {
    if (token + column.order > end) continue;
    const id = column.ids[token + column.order - 1];
    // What occurs once is found nowhere else.
    if (id < 0) continue;
    if (found < 0) found = begins[id] - 1;
    begins[id] = symbol + 1;
  }
  return found;
}

/** −log₂ of the adaptive chance of a choice between literal and match (Krichevsky & Trofimov 1981). */
const choiceBits = (chosen: number, all: number): number => Math.log2(all + 1) - Math.log2(chosen + 0.5);

/** The length of Elias's gamma code. */
const gammaBits = (value: number): number => 2 * (31 - Math.clz32(value)) + 1;

/**
 * The length of an LZ77 code over tokens whose window is the whole corpus. From left to right, a stretch of three or more
 * tokens that stood before becomes a pointer (log₂ of the number of symbols before it, whatever the distance) and a length
 * (Elias gamma) wherever that is shorter than writing its tokens out; the source may overlap the stretch. The earlier
 * place is the last one noted for the same 4-gram, else 3-gram: one candidate, so the code is short, not the shortest.
 *
 * Source: Ziv & Lempel 1977, "A universal algorithm for sequential data compression".
 */
export function tokenCode(index: NgramIndex): TokenCode {
  const { offsets, vocabulary } = index.corpus;
  const stream = new SymbolStream(index.corpus);
  const sizes = [...vocabulary.map((word) => utf8Length(word) + 1), 1];
  const model = new LiteralModel(sizes);
  const lookups = ORDERS.map((order): Latest => {
    const column = index.column(order);
    return { column, begins: new Uint32Array(column.counts.length) };
  });
  let bits = 0;
  let matches = 0;
  let longest = 0;
  let document = 0;
  for (let at = 0; at < stream.length;) {
    while (at > offsets[document + 1] + document) document++;
    const source = lookBack(lookups, at - document, offsets[document + 1], at);
    const length = source < 0 ? 0 : stream.commonLength(source, at, document);
    const chosen = model.total + matches;
    if (length > 0) {
      const literal = choiceBits(model.total, chosen);
      const pointer = choiceBits(matches, chosen) + Math.log2(at) + gammaBits(length - SHORTEST + 1);
      let spelt = 0;
      for (let next = at, within = document; next < at + length && spelt <= pointer; next++) {
        const symbol = stream.symbolAt(next, within);
        spelt += literal + model.bits(symbol);
        if (symbol === stream.end) within++;
      }
      if (spelt > pointer) {
        bits += pointer;
        matches++;
        longest = Math.max(longest, length);
        at += length;
        continue;
      }
    }
    for (const end = at + (length > LONG ? length : 1); at < end; at++) {
      const symbol = stream.symbolAt(at, document);
      bits += choiceBits(model.total, model.total + matches) + model.bits(symbol);
      model.add(symbol);
      if (symbol === stream.end) document++;
    }
  }
  const bytes = index.column(1).counts.reduce((sum, count, token) => sum + count * sizes[token], 0);
  return { bytes, bits, literals: model.total, matches, longest };
}
