import type { CodeUnits } from "./code-units.ts";
import type { Column } from "./column.ts";
import { internStretch } from "./intern-stretch.ts";
import { internWords } from "./intern-words.ts";
import type { WordIds } from "./word-ids.ts";
import type { WordKernel } from "./word-kernel.ts";

/** So many units are read without the kernel where it has stopped: most often one stands out among thousands. */
const FEW = 32;

/**
 * Appends the ids of the words of a text: by a kernel as far as it knows the characters, unit by unit where it does not, and by
 * the tokenizer itself where units are not enough. Where a faster way rarely gets far, it is tried ever more rarely.
 */
export function internText(text: CodeUnits, ids: WordIds, kernel: WordKernel | null, tokens: Column<Int32Array>): void {
  kernel?.intern(text, ids, tokens);
  // What most texts do not need is a function of its own, lest it is compiled with what they do.
  if (text.at < text.length) internRest(text, ids, kernel, tokens);
}

function internRest(text: CodeUnits, ids: WordIds, kernel: WordKernel | null, tokens: Column<Int32Array>): void {
  let without = kernel === null ? text.length : FEW;
  let stretch = FEW;
  do {
    // Between two words stands at least one other character.
    const target = tokens.reserve(tokens.length + Math.ceil((text.length - text.at) / 2));
    const end = internWords(text, Math.min(text.at + without, text.length), ids, target, tokens.length);
    if (end >= 0) {
      tokens.length = end;
      stretch = FEW;
    } else {
      internStretch(text, ~end, stretch, ids, tokens);
      stretch *= 2;
    }
    const from = text.at;
    kernel?.intern(text, ids, tokens);
    without = text.at - from < without ? without * 2 : FEW;
  } while (text.at < text.length);
}
