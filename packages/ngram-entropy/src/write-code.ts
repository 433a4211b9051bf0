import type { NgramIndex } from "@corpulse/tokens";
import { CodeChoice } from "./code-choice.ts";
import { EarlierStretches } from "./earlier-stretches.ts";
import { LiteralModel } from "./literal-model.ts";
import { SymbolStream } from "./symbol-stream.ts";

/** What a corpus takes in the code. */
export interface WrittenCode {
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

/** Writes the code of a corpus, given the bytes of each symbol: `writeCode` of the kernel. */
export function writeCode(index: NgramIndex, sizes: Uint32Array): WrittenCode {
  const { offsets } = index.corpus;
  const stream = new SymbolStream(index.corpus);
  const earlier = new EarlierStretches(index, stream);
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
  return { bits, literals: choice.literals, matches: choice.matches, longest };
}
