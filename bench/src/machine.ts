import { availableParallelism, totalmem } from "node:os";

/** The kind of machine that results come from: enough to judge them, nothing that says whose it is. */
export interface Machine {
  readonly kind: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
}

export function machine(): Machine {
  const cores = availableParallelism();
  return {
    kind: `${process.platform}-${process.arch}-${cores}-cores`,
    cores,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}
