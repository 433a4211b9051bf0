import { normalizeText } from "./normalize-text.ts";
import { type CaseOptions, type SpanTokenizer, spanTokenizer } from "./tokenizer.ts";

const SPACE = /\s/;
const spaces = Uint8Array.from({ length: 0x10000 }, (_, code) => (SPACE.test(String.fromCharCode(code)) ? 1 : 0));

function emitRuns(text: string, emit: (start: number, end: number) => void): void {
  let start = -1;
  for (let index = 0; index < text.length; index++) {
    if (spaces[text.charCodeAt(index)] === 1) {
      if (start >= 0) emit(start, index);
      start = -1;
    } else if (start < 0) start = index;
  }
  if (start >= 0) emit(start, text.length);
}

/**
 * Runs of anything but white space, for text that is tokenized already: published self-BLEU values are computed so.
 *
 * @example
 * ```ts
 * import { whitespaceTokenizer } from "@corpulse/tokens";
 *
 * whitespaceTokenizer({ keepCase: true }).tokenize("A cat , asleep ."); // ["A", "cat", ",", "asleep", "."]
 * ```
 */
export function whitespaceTokenizer({ keepCase = false }: CaseOptions = {}): SpanTokenizer {
  return spanTokenizer({
    name: keepCase ? "whitespace+keep-case" : "whitespace",
    normalize: (text) => normalizeText(text, keepCase),
    spans: emitRuns,
  });
}
