/** What a line is that is left to `JSON.parse`: no JSON, without text, or not written as most lines are. */
export const UNSURE = -1;
/** What a line is that has nothing but white space. */
export const BLANK = -2;
