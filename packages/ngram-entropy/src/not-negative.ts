/** 0 in place of a negative integer: without a branch, as in text it would go either way at every other token. */
export const notNegative = (integer: number): number => integer & ~(integer >> 31);
