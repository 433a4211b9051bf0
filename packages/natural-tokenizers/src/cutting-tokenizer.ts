import { type CaseOptions, normalizeText, type Tokenizer } from "@corpulse/tokens";

const isLeading = (code: number): boolean => (code & 0xfc00) === 0xd800;
const isTrailing = (code: number): boolean => (code & 0xfc00) === 0xdc00;

/** Puts characters together again that were cut in half: natural cuts by code units, and half a character is no token. */
export function joinHalves(tokens: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const follows =
      last !== undefined && isTrailing(token.charCodeAt(0)) && isLeading(last.charCodeAt(last.length - 1));
    if (follows) joined[joined.length - 1] = last + token;
    else joined.push(token);
  }
  return joined;
}

/**
 * Writes out the Japanese sign of repetition by whole characters (`時々` is 時時). natural would do so by code units, and
 * repeat halves.
 */
export function writeOutRepetitions(text: string): string {
  return text.replace(/(..)々々/gu, "$1$1").replace(/(.)々/gu, "$1$1");
}

/** One of natural's own tokenizers. */
export function cuttingTokenizer(
  name: string,
  cut: (text: string) => readonly string[],
  { keepCase = false }: CaseOptions,
): Tokenizer {
  return { name, tokenize: (text) => joinHalves(cut(normalizeText(text, keepCase))) };
}
