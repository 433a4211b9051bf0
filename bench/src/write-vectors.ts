import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Random, seededRandom } from "@corpulse/measurement";

const CENTRES = 200;
const SPREAD = 0.6;

/** A normal number, by Box and Muller. */
const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Writes seeded vectors around 200 centres, as embeddings of a corpus with topics are: 32-bit floats end to end. */
export function writeVectors(folder: string, rows: number, dimensions: number): string {
  const random = seededRandom(1);
  const centres = Float32Array.from({ length: CENTRES * dimensions }, () => normal(random));
  const data = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; row++) {
    const centre = Math.floor(random() * CENTRES) * dimensions;
    for (let column = 0; column < dimensions; column++) {
      data[row * dimensions + column] = centres[centre + column] + SPREAD * normal(random);
    }
  }
  const file = join(folder, `vectors-${rows}.bin`);
  writeFileSync(file, data);
  return file;
}
