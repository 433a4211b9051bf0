/** Takes the texts of documents as UTF-16 code units, in an array of its own: no string is made of them on the way. */
export interface TextSink {
  /** The array that the next text is to be written to from its beginning, with room for so many units. */
  units(length: number): Uint16Array;
  /** Takes the text of so many units that has been written there. */
  addUnits(length: number): void;
}
