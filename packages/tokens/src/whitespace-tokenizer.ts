import { normalizeText } from "./normalize-text.ts";
import { type CaseOptions, type SpanTokenizer, spanTokenizer } from "./tokenizer.ts";

/** What `\s` matches, spelled out: asking a regular expression 65,536 times would be most of the cost of importing this. */
const WHITE_SPACE =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
const spaces = new Uint8Array(0x10000);
for (const space of WHITE_SPACE) spaces[space.charCodeAt(0)] = 1;

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
