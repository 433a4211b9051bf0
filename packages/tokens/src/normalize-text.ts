const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Whether a text holds nothing but ASCII, whose normal form is itself. */
export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

/**
 * Lower case, and the final sigma like any other, so that a word is one type wherever it stands. JavaScript has no full
 * case folding: `ß` and `ss` stay two. No locale takes part, so a Turkish machine gives the same tokens.
 */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return isAscii(lower) ? lower : lower.replaceAll("ς", "σ");
}

/** Composes a text (NFC) after folding its case, unless case is kept. */
export function normalizeText(text: string, keepCase: boolean): string {
  const folded = keepCase ? text : foldCase(text);
  return isAscii(folded) ? folded : folded.normalize("NFC");
}
