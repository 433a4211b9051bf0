/** The cost of a piece of work within this process, in seconds. */
export interface Lap {
  readonly wall: number;
  /** Of all threads, the garbage collector's and the compiler's included. */
  readonly cpu: number;
}

export async function lap(work: () => unknown): Promise<Lap> {
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await work();
  const wall = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / 1e6 };
}
