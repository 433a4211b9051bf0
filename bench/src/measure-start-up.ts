import { inTurn, type Standing } from "./in-turn.ts";
import { nodeContender } from "./node-contender.ts";
import { PLACES } from "./places.ts";

const METRICS = ["ngram-entropy", "self-bleu", "near-duplicates", "embedding-spread"];

const load = (name: string, url: string): ReturnType<typeof nodeContender> =>
  nodeContender(name, "--input-type=module", "--eval", `await import(${JSON.stringify(url)})`);

/** What starting costs: the tool against an empty program, and each metric's import against an empty module. */
export async function measureStartUp(rounds: number): Promise<readonly Standing[]> {
  const programs = [
    nodeContender("node -e 0", "--eval", "0"),
    nodeContender("corpulse --version", PLACES.cli, "--version"),
  ];
  const modules = [
    load("an empty module", "data:text/javascript,"),
    ...METRICS.map((name) => load(`import @corpulse/${name}`, import.meta.resolve(`@corpulse/${name}`))),
  ];
  const standings = [...(await inTurn(programs, rounds)), ...(await inTurn(modules, rounds))];
  return standings.map((standing) => ({ ...standing, stdout: "" }));
}
