/** Writes the character of more than one byte at `at`, of valid UTF-8, as UTF-16, and gives the number of its bytes. */
// oxlint-disable-next-line max-params -- called for every such character: an object each would cost more than the writing.
export function writeMultibyte(bytes: Uint8Array, at: number, units: Uint16Array, to: number): number {
  const lead = bytes[at];
  const second = bytes[at + 1] & 0x3f;
  if (lead < 0xe0) {
    units[to] = ((lead & 0x1f) << 6) | second;
    return 2;
  }
  const third = bytes[at + 2] & 0x3f;
  if (lead < 0xf0) {
    units[to] = ((lead & 0x0f) << 12) | (second << 6) | third;
    return 3;
  }
  const code = ((lead & 0x07) << 18) | (second << 12) | (third << 6) | (bytes[at + 3] & 0x3f);
  units[to] = 0xd7c0 + (code >> 10);
  units[to + 1] = 0xdc00 | (code & 0x3ff);
  return 4;
}
