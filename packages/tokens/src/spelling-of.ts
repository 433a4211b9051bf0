import type { Tokenizer } from "./tokenizer.ts";
import { WordSpelling } from "./word-spelling.ts";

const keepsCase = new WeakMap<Tokenizer, boolean>();
const spellings = new Map<boolean, WordSpelling>();

/** Notes that a tokenizer makes words in a known spelling. It holds for this object alone: a copy may differ. */
export function spellsWords<T extends Tokenizer>(tokenizer: T, keepCase: boolean): T {
  keepsCase.set(tokenizer, keepCase);
  return tokenizer;
}

/** How a tokenizer spells words, if it is known to make any. One spelling serves all tokenizers, and fills as it is used. */
export function spellingOf(tokenizer: Tokenizer): WordSpelling | undefined {
  const keepCase = keepsCase.get(tokenizer);
  if (keepCase === undefined) return undefined;
  const spelling = spellings.get(keepCase) ?? new WordSpelling(keepCase);
  spellings.set(keepCase, spelling);
  return spelling;
}
