export { NATURAL_TOKENIZERS, naturalTokenizer } from "./natural-tokenizer.ts";
export type { NaturalTokenizer } from "./natural-tokenizer.ts";
