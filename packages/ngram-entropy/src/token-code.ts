import type { NgramIndex } from "@corpulse/tokens";
import { CodeChoice } from "./code-choice.ts";
import { EarlierStretches } from "./earlier-stretches.ts";
import { LiteralModel } from "./literal-model.ts";
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

/** The shortest stretch that is looked for. */
const SHORTEST = 3;

/**
 * A stretch longer than this that is cheaper to write out than to point at is written out whole: in a corpus that says one
 * word over and over it would otherwise be found and refused again at each of its tokens.
 */
const LONG = 32;

/** The length of Elias's gamma code. */
const gammaBits = (value: number): number => 2 * (31 - Math.clz32(value)) + 1;

/** The bytes of each token with its separator, and of the end symbol. */
function symbolSizes(vocabulary: readonly string[]): Uint32Array {
  const sizes = new Uint32Array(vocabulary.length + 1).fill(1);
  for (let token = 0; token < vocabulary.length; token++) sizes[token] += utf8Length(vocabulary[token]);
  return sizes;
}

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
  const earlier = new EarlierStretches(index, stream);
  const sizes = symbolSizes(vocabulary);
  const model = new LiteralModel(sizes);
  const choice = new CodeChoice();
  let bits = 0;
  let longest = 0;
  let document = 0;
  for (let at = 0; at < stream.length;) {
    while (at > offsets[document + 1] + document) document++;
    const length = earlier.lengthFrom(at - document, document);
    if (length > 0) {
      const literal = choice.literalBits();
      const pointer = choice.matchBits() + Math.log2(at) + gammaBits(length - SHORTEST + 1);
      let spelt = 0;
      for (let next = at, within = document; next < at + length && spelt <= pointer; next++) {
        const symbol = stream.symbolAt(next, within);
        spelt += literal + model.bits(symbol);
        if (symbol === stream.end) within++;
      }
      if (spelt > pointer) {
        bits += pointer;
        choice.addMatch();
        longest = Math.max(longest, length);
        at += length;
        continue;
      }
    }
    for (const end = at + (length > LONG ? length : 1); at < end; at++) {
      const symbol = stream.symbolAt(at, document);
      bits += choice.literalBits() + model.bits(symbol);
      choice.addLiteral();
      model.add(symbol);
      if (symbol === stream.end) document++;
    }
  }
  const bytes = index.column(1).counts.reduce((sum, count, token) => sum + count * sizes[token], 0);
  return { bytes, bits, literals: choice.literals, matches: choice.matches, longest };
}
