import { type CodeUnits, textOf } from "./code-units.ts";
import type { Column } from "./column.ts";
import { internSpans } from "./intern-spans.ts";
import { internWords } from "./intern-words.ts";
import type { WordIds } from "./word-ids.ts";

/** White space of ASCII: nothing is composed, folded or cut across it. */
const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);

/** The place behind the last white space before `involved`, or where the text has been read to. */
function beginBefore({ units, at }: CodeUnits, involved: number): number {
  let begin = involved;
  while (begin > at && !isSpace(units[begin - 1])) begin--;
  return begin;
}

/** The place of the first white space from `from` on, or the end. */
function endFrom({ units, length }: CodeUnits, from: number): number {
  let end = Math.min(from, length);
  while (end < length && !isSpace(units[end])) end++;
  return end;
}

/**
 * Appends the ids of the words of a text, from where it has been read to on, as far as behind a character whose part in words
 * hangs on its neighbours, at the place `involved`. What stands around it, from white space to white space and at least so many
 * units of it, is tokenized as a string.
 */
export function internStretch(
  text: CodeUnits,
  involved: number,
  least: number,
  ids: WordIds,
  tokens: Column<Int32Array>,
): void {
  const begin = beginBefore(text, involved);
  if (begin > text.at) tokens.length = internWords(text, begin, ids, tokens.values, tokens.length);
  const end = endFrom(text, Math.max(involved, begin + least));
  internSpans(textOf(text.units, begin, end), ids.tokenizer, ids.vocabulary, tokens);
  text.at = end;
}
