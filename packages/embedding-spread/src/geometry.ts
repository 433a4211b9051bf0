import { gramMatrix, type SymmetricMatrix } from "./gram-matrix.ts";
import { type Moments, moments } from "./moments.ts";
import { roundedGram } from "./rounded-gram.ts";
import type { UsableRows } from "./usable-rows.ts";

/** Rows with what several metrics derive from them, each computed once when it is first asked for. */
export interface Geometry {
  readonly rows: UsableRows;
  readonly moments: () => Moments;
  /** The Gram matrix of the rows, their mean removed. */
  readonly centredGram: () => SymmetricMatrix;
  /** The Gram matrix of the rows as they are. */
  readonly gram: () => SymmetricMatrix;
}

function addMean({ size, values }: SymmetricMatrix, mean: Float64Array, count: number): SymmetricMatrix {
  const sum = values.slice();
  for (let i = 0; i < size; i++) {
    const times = count * mean[i];
    for (let j = 0; j <= i; j++) sum[i * size + j] += times * mean[j];
  }
  return { size, values: sum };
}

/** From this many rows on, vectors that came in 32 bits are multiplied in 16: rounding goes out of sums of so many terms. */
export const ROUNDED_ROWS = 4096;

function mayRound({ data, dimensions, count }: UsableRows): boolean {
  return data instanceof Float32Array && count >= Math.max(ROUNDED_ROWS, dimensions);
}

/** What is derived from rows beside what is asked for. */
export interface GeometryOptions {
  /** Whether the moments come with the rows' directions from the mean, which costs less in the same pass. @default false */
  readonly directions?: boolean;
  /** Called with the share of the matrix that is done. */
  readonly progress?: (share: number) => void;
}

/**
 * Prepares rows. The centred matrix is the one that is summed up: adding the mean to it again loses nothing, whereas
 * taking the mean out of the other one would cancel the digits of a tight cluster.
 */
export function geometry(
  rows: UsableRows,
  { directions = false, progress = () => {} }: GeometryOptions = {},
): Geometry {
  let knownMoments: Moments | undefined;
  let knownCentred: SymmetricMatrix | undefined;
  let knownGram: SymmetricMatrix | undefined;
  const self: Geometry = {
    rows,
    moments: () => (knownMoments ??= moments(rows, directions)),
    centredGram() {
      if (knownCentred !== undefined) return knownCentred;
      const { mean, variances, totalVariance } = self.moments();
      // A power of two, so that vectors of any size are rounded alike.
      const factor = totalVariance > 0 ? 2 ** Math.round(-Math.log2(totalVariance) / 2) : 1;
      knownCentred = mayRound(rows)
        ? roundedGram(rows, { mean, variances }, { factor, progress })
        : gramMatrix(rows, { offset: mean, progress });
      return knownCentred;
    },
    gram: () =>
      (knownGram ??=
        rows.dimensions <= rows.count
          ? addMean(self.centredGram(), self.moments().mean, rows.count)
          : gramMatrix(rows, { offset: null })),
  };
  return self;
}
