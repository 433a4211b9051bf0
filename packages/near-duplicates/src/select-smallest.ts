/**
 * Moves the `count` smallest numbers of a part of a column to its front, in no order.
 *
 * Source: Hoare, Find (Algorithm 65), 1961; the pivot is the median of three.
 */
export function selectSmallest(column: Uint32Array, start: number, end: number, count: number): void {
  const border = start + count;
  let low = start;
  let high = end - 1;
  while (low < high && border > low && border <= high) {
    const [first, last] = [column[low], column[high]];
    const middle = column[(low + high) >>> 1];
    const pivot = Math.max(Math.min(first, last), Math.min(Math.max(first, last), middle));
    let left = low;
    let right = high;
    while (left <= right) {
      while (column[left] < pivot) left++;
      while (column[right] > pivot) right--;
      if (left > right) break;
      const moved = column[left];
      column[left++] = column[right];
      column[right--] = moved;
    }
    if (border <= right) high = right;
    else if (border > left) low = left;
    else if (border <= left) return;
  }
}
