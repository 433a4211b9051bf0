/** Rows that are multiplied at once. */
export const QUAD = 4;

/** Rows that they are multiplied by. */
export const OCTET = 8;
