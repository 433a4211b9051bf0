import type { NearestNeighbours } from "./nearest-neighbours.ts";
import type { UsableRows } from "./usable-rows.ts";

/** A document far from all others: odd, in another language, broken, or rare and worth keeping. */
export interface IsolatedDocument {
  /** Its number in the vectors, counted from 0. */
  readonly document: number;
  /** The document that is nearest to it all the same. */
  readonly nearest: number;
  readonly distance: number;
}

const MOST = 10;

/** The documents whose nearest other document is farthest away, the farthest first, equals in corpus order. */
export function isolatedDocuments(
  { documents }: UsableRows,
  neighbours: NearestNeighbours,
): readonly IsolatedDocument[] {
  const { queries, nearest, distances } = neighbours;
  return Array.from(queries, (_, index) => index)
    .toSorted((left, right) => distances[right] - distances[left] || left - right)
    .slice(0, MOST)
    .map((index) => ({
      document: documents[queries[index]],
      nearest: documents[nearest[index]],
      distance: distances[index],
    }));
}
