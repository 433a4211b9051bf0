import { normalizeText } from "./normalize-text.ts";
import { type CaseOptions, type SpanTokenizer, spanTokenizer } from "./tokenizer.ts";

function emitCodePoints(text: string, emit: (start: number, end: number) => void): void {
  for (let index = 0; index < text.length;) {
    const width = (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    emit(index, index + width);
    index += width;
  }
}

/**
 * Single characters (code points after NFC); a run of white space counts as one space, and none at the ends.
 *
 * @example
 * ```ts
 * import { characterTokenizer } from "@corpulse/tokens";
 *
 * characterTokenizer().tokenize("Hi  you"); // ["h", "i", " ", "y", "o", "u"]
 * ```
 */
export function characterTokenizer({ keepCase = false }: CaseOptions = {}): SpanTokenizer {
  return spanTokenizer({
    name: keepCase ? "characters+keep-case" : "characters",
    normalize: (text) => normalizeText(text, keepCase).trim().replace(/\s+/g, " "),
    spans: emitCodePoints,
  });
}
