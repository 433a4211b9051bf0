import type { Evidence } from "@corpulse/report";
import type { FamilyResults } from "./family-results.ts";
import type { LocatedDocument } from "./corpus-loader.ts";

const CLUSTERS = 3;
const DOCUMENTS_OF_A_CLUSTER = 2;
const REDUNDANT_DOCUMENTS = 3;

/** The documents with the highest scores, the first of equals first. */
function highest(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (let document = 0; document < scores.length; document++) {
    if (best.length === count && scores[document] <= scores[best[count - 1]]) continue;
    const place = best.findIndex((other) => scores[document] > scores[other]);
    best.splice(place < 0 ? best.length : place, 0, document);
    best.length = Math.min(best.length, count);
  }
  return best;
}

/** The worst offenders of each family, with their places and beginnings, for a report to name. */
export function collectEvidence(results: FamilyResults, show: (document: number) => LocatedDocument): Evidence {
  const duplicates = results["near-duplicates"];
  const scores = results["self-bleu"]?.scores;
  return {
    repeatedNgrams: results["ngram-entropy"]?.repeatedNgrams ?? [],
    clusters: (duplicates?.clusters ?? []).slice(0, CLUSTERS).map(({ size, star, similarity, documents }) => ({
      size,
      star,
      similarity,
      documents: Array.from(documents.slice(0, DOCUMENTS_OF_A_CLUSTER), show),
    })),
    exactGroups: (duplicates?.exactGroups ?? []).slice(0, CLUSTERS).map(({ copies, documents }) => ({
      copies,
      document: show(documents[0]),
    })),
    redundantDocuments:
      scores === undefined
        ? []
        : highest(scores.values, REDUNDANT_DOCUMENTS).map((document) => ({
            document: show(document),
            score: scores.values[document],
            order: scores.order,
          })),
  };
}
