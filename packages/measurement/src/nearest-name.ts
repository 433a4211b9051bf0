/** Longer names are nobody's slip of the finger, and comparing them would cost time that a policy file must not command. */
const LONGEST = 100;

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = row[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[right.length];
}

const wordsOf = (name: string): readonly string[] => name.split(/[._]/);

/**
 * The known name that a mistyped one was probably meant to be: one that holds all of its words, when it has several, such as
 * `near_duplicate_rate` for `near_duplicate_affected_rate`, or else one of which at most a third of the letters differ.
 *
 * @example
 * ```ts
 * import { nearestName } from "@corpulse/measurement";
 *
 * nearestName("self_blue_4", ["self_bleu_2", "self_bleu_4"]); // "self_bleu_4"
 * ```
 */
export function nearestName(typed: string, known: Iterable<string>): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const [name, names] = [typed.toLowerCase(), [...known]];
  const words = wordsOf(name);
  const longer = names.find((other) => words.every((word) => wordsOf(other).includes(word)));
  if (words.length > 1 && longer !== undefined) return longer;
  const [nearest] = names
    .map((other) => ({ other, edits: editDistance(name, other) }))
    .filter(({ edits }) => edits <= Math.max(2, Math.floor(name.length / 3)))
    .toSorted((a, b) => a.edits - b.edits);
  return nearest?.other;
}
