import type { Spelling } from "./ascii-words.ts";
import type { Tokenizer } from "./tokenizer.ts";

const spellings = new WeakMap<Tokenizer, Spelling>();

/** Notes that a tokenizer makes words of ASCII text in this spelling. It holds for this object alone: a copy may differ. */
export function setAsciiSpelling<T extends Tokenizer>(tokenizer: T, spelling: Spelling): T {
  spellings.set(tokenizer, spelling);
  return tokenizer;
}

/** How a tokenizer spells the words of ASCII text, if it is known to make words. */
export function asciiSpellingOf(tokenizer: Tokenizer): Spelling | undefined {
  return spellings.get(tokenizer);
}
