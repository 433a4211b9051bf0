import { factsOf, type Measurement } from "@corpulse/measurement";
import type { Report } from "./report.ts";

/** The title of a measurement; a tokenizer of characters makes a word a character. */
export function titleOf({ id, family }: Pick<Measurement, "id" | "family">, { settings }: Report): string {
  // A colon belongs to what follows the title.
  const title = factsOf(id, family).title.replace(/: (.+)$/, " ($1)");
  if (!String(settings.tokenizer ?? "").startsWith("characters")) return title;
  return title.replaceAll("words", "characters").replaceAll("word", "character");
}
