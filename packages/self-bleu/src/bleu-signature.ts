import { formatSignature } from "@corpulse/measurement";

/** Rises when the same corpus and settings give another number. */
const DEFINITION = 1;

/** Which texts a text is scored against. */
type References = "others" | "given";

/** The signature of a BLEU: every setting that changes it. */
export function bleuSignature(order: number, references: References, tokenizer: string): string {
  return formatSignature("self-bleu", { order, smoothing: "method1", references, tokenizer }, DEFINITION);
}
