/** A zero for each token id of a text, to count or mark with. */
export function tokenFlags(tokens: ArrayLike<number>): Uint32Array {
  let highest = -1;
  for (let at = 0; at < tokens.length; at++) {
    if (!(tokens[at] >= 0 && Number.isInteger(tokens[at]))) {
      throw new RangeError(`Cannot read tokens: each must be an id from 0 on, current value is ${tokens[at]}`);
    }
    if (tokens[at] > highest) highest = tokens[at];
  }
  return new Uint32Array(highest + 1);
}
