/** Below the first combining mark every text is composed. */
const MAY_DECOMPOSE = /[\u0300-\uffff]/;

/** More marks on one letter than any language writes. The first expression is a quick test for texts that cannot have them. */
const MAY_HAVE_TOO_MANY_MARKS = /[\u0300-\uffff]{31}/;
const GRAPHEME_JOINER = "\u034f";

/**
 * Lower case, and the final sigma like any other, so that a word is one type wherever it stands. JavaScript has no full
 * case folding: `ß` and `ss` stay two. No locale takes part, so a Turkish machine gives the same tokens.
 *
 * @example
 * ```ts
 * import { foldCase } from "@corpulse/tokens";
 *
 * foldCase("ΟΔΟΣ"); // "οδοσ"
 * ```
 */
export function foldCase(text: string): string {
  return text.toLowerCase().replaceAll("ς", "σ");
}

/** Its expression is not made when this package is imported, as hardly any text needs it. */
const interruptMarks = (text: string): string => text.replaceAll(/(\p{M}{30})(?=\p{M})/gu, `$1${GRAPHEME_JOINER}`);

/**
 * The composed form (NFC). A run of more than 30 marks is interrupted first, as the stream-safe format of Unicode Annex 15
 * does: composing sorts the marks of a letter in quadratic time, which a hostile text of a megabyte turns into minutes.
 */
function compose(text: string): string {
  const safe = MAY_HAVE_TOO_MANY_MARKS.test(text) ? interruptMarks(text) : text;
  return safe.normalize("NFC");
}

/**
 * Composes a text (NFC) after folding its case, unless case is kept.
 *
 * @example
 * ```ts
 * import { normalizeText } from "@corpulse/tokens";
 *
 * normalizeText("CAFE\u0301", false); // "café"
 * ```
 */
export function normalizeText(text: string, keepCase: boolean): string {
  const folded = keepCase ? text : foldCase(text);
  return MAY_DECOMPOSE.test(folded) ? compose(folded) : folded;
}
