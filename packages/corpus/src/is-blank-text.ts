/** What `String.prototype.trim` takes away. */
const WHITE_SPACE =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

/** Whether a text has nothing but white space. */
export function isBlankText(units: Uint16Array, length: number): boolean {
  let index = 0;
  while (index < length && (units[index] === 0x20 || WHITE_SPACE.includes(String.fromCharCode(units[index])))) index++;
  return index === length;
}
