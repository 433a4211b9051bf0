import type { CentredDirections } from "./moments.ts";

/**
 * The mean pairwise cosine distance of rows after their mean is removed and they are scaled to length 1 again; rows at the mean
 * have no direction and are left out. `null` when fewer than two are left.
 */
export function centredCosineDistance({ count, squaredLength }: CentredDirections): number | null {
  return count < 2 ? null : 1 - (squaredLength - count) / (count * (count - 1));
}
