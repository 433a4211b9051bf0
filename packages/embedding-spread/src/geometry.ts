import { gramMatrix, type SymmetricMatrix } from "./gram-matrix.ts";
import { type Moments, moments } from "./moments.ts";
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
    for (let j = 0; j < size; j++) sum[i * size + j] += count * mean[i] * mean[j];
  }
  return { size, values: sum };
}

/**
 * Prepares rows. The centred matrix is the one that is summed up: adding the mean to it again loses nothing, whereas
 * taking the mean out of the other one would cancel the digits of a tight cluster.
 */
export function geometry(rows: UsableRows, progress?: (share: number) => void): Geometry {
  let knownMoments: Moments | undefined;
  let knownCentred: SymmetricMatrix | undefined;
  let knownGram: SymmetricMatrix | undefined;
  const self: Geometry = {
    rows,
    moments: () => (knownMoments ??= moments(rows)),
    centredGram: () => (knownCentred ??= gramMatrix(rows, self.moments().mean, progress)),
    gram: () =>
      (knownGram ??=
        rows.dimensions <= rows.count
          ? addMean(self.centredGram(), self.moments().mean, rows.count)
          : gramMatrix(rows, null)),
  };
  return self;
}
