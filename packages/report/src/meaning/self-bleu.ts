import { plainShare } from "../plain-share.ts";
import type { Meanings, Reading } from "../reading.ts";

const SEQUENCES = ["", "words", "word pairs", "word triples", "word 4-grams", "word 5-grams"] as const;

function selfBleu({ id, parts, noun }: Reading): string {
  const order = Number(id.at(-1));
  const { precisions } = parts;
  const share = Array.isArray(precisions) ? (precisions as readonly number[])[order - 1] : undefined;
  if (share === undefined) return "0 if documents share nothing, 1 if others say it all.";
  const sequences = noun === "words" ? SEQUENCES[order] : `character ${order}-grams`;
  if (share === 0) return `No ${sequences} stand in others too.`;
  if (share === 1) return `All ${sequences} stand in others too.`;
  const { count, of } = plainShare(share);
  return `Of ${of} ${sequences} ${count} stand in others too.`;
}

export const selfBleuMeanings: Meanings = {
  self_bleu_2: selfBleu,
  self_bleu_3: selfBleu,
  self_bleu_4: selfBleu,
  self_bleu_5: selfBleu,
};
