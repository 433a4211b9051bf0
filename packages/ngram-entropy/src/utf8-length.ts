/** 1 for numbers below a limit, else 0. */
const isBelow = (one: number, limit: number): number => (one - limit) >>> 31;

/**
 * The number of bytes of a text in UTF-8; a lone surrogate takes the three bytes of its replacement. Without branches: what most
 * texts never take is compiled again by the first one that does.
 */
export function utf8Length(text: string): number {
  let bytes = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // The two halves of a pair come to four bytes instead of six.
    const isPair = isBelow(((before ^ 0xd800) | (unit ^ 0xdc00)) & 0xfc00, 1);
    bytes += 3 - isBelow(unit, 0x80) - isBelow(unit, 0x800) - 2 * isPair;
    before = unit;
  }
  return bytes;
}
