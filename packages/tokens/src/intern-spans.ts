import type { Column } from "./column.ts";
import type { SpanTokenizer } from "./tokenizer.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Appends the ids of the tokens of a text. */
export function internSpans(
  text: string,
  tokenizer: SpanTokenizer,
  vocabulary: Vocabulary,
  tokens: Column<Int32Array>,
): void {
  const normalized = tokenizer.normalize(text);
  tokenizer.spans(normalized, (start, end) => tokens.push(vocabulary.intern(normalized, start, end)));
}
