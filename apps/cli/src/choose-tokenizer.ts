import { characterTokenizer, type Tokenizer, whitespaceTokenizer, wordTokenizer } from "@corpulse/tokens";
import { UsageError } from "./usage-error.ts";

const NATURAL = "natural:";

/**
 * The tokenizer of a name as it is given to `--tokenizer`. Those of natural are loaded only when one is asked for.
 *
 * @throws {UsageError} when there is no such tokenizer
 */
export async function chooseTokenizer(name: string, keepCase: boolean): Promise<Tokenizer> {
  const options = { keepCase };
  if (name === "words") return wordTokenizer(options);
  if (name === "whitespace") return whitespaceTokenizer(options);
  if (name === "characters") return characterTokenizer(options);
  if (name.startsWith(NATURAL)) {
    const { naturalTokenizer } = await import("@corpulse/natural-tokenizers");
    try {
      return naturalTokenizer(name.slice(NATURAL.length), options);
    } catch (error) {
      throw error instanceof RangeError ? new UsageError(error.message) : error;
    }
  }
  throw new UsageError(
    `Cannot choose a tokenizer: it must be words, whitespace, characters or natural:NAME, current value is ${name}`,
  );
}
