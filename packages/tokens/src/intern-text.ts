import type { CodeUnits } from "./code-units.ts";
import { internWords } from "./intern-words.ts";
import type { WordIds } from "./word-ids.ts";
import type { WordKernel } from "./word-kernel.ts";

/** So many units are read without the kernel where it has stopped: most often one stands out among thousands. */
const FEW = 32;

/**
 * What {@link internWords} does with a whole text, by a kernel as far as its characters are ASCII. Where they rarely are, the
 * kernel is asked ever more rarely.
 */
export function internText(
  text: CodeUnits,
  ids: WordIds,
  kernel: WordKernel | null,
  target: Int32Array,
  at: number,
): number {
  let next = at;
  let without = kernel === null ? text.length : FEW;
  while (text.at < text.length) {
    const from = text.at;
    if (kernel !== null) next = kernel.intern(text, ids, target, next);
    if (text.at === text.length) break;
    without = text.at - from < without ? without * 2 : FEW;
    next = internWords(text, Math.min(text.at + without, text.length), ids, target, next);
    if (next < 0) break;
  }
  return next;
}
