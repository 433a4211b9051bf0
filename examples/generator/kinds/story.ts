import type { Draw } from "../draw.ts";
import { MONTHS, PEOPLE, TOWNS, TRADES, WISHES } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { withArticle } from "../wording.ts";

const OBJECTS = [
  "a brass key",
  "an unsigned letter",
  "a broken compass",
  "a music box",
  "three blue feathers",
  "a map with a hole in it",
  "a jar of sand",
  "an old radio",
  "a child's red mitten",
  "a photograph of a bridge",
  "a bell without a clapper",
  "a ledger in an unknown hand",
  "a paper boat",
  "a single chess piece",
  "a lantern that would not go out",
  "a box of unsent postcards",
];
const SPOTS = [
  "under the floorboards",
  "behind the altar",
  "in the lining of a coat",
  "at the bottom of the well",
  "between two library books",
  "in the snow outside the door",
  "on the last seat of the night bus",
  "inside a loaf of bread",
  "beneath the oldest pear tree",
  "in a drawer that had always been locked",
];
const TROUBLES = [
  "the river rose higher than anyone remembered",
  "every clock in the street stopped",
  "a stranger asked for exactly that",
  "the lights went out along the coast",
  "the neighbours began to whisper",
  "the dog refused to cross the bridge",
  "a second one turned up",
  "the mayor offered a reward",
  "nobody else could see it",
  "the post brought the same thing again",
];
const TURNS = [
  "It was then that the lie had to end.",
  "For once, being slow was an advantage.",
  "The answer lay in a nursery rhyme.",
  "A child noticed what the adults had missed.",
  "Only the baker had written anything down.",
  "The tide, at least, kept its promise.",
  "What had seemed a threat was an invitation.",
  "The oldest key fitted after all.",
  "Silence turned out to be the password.",
  "By morning the whole quay knew.",
];
const ENDINGS = [
  "and nobody in {town} has locked a door since",
  "but the chair by the window stayed empty",
  "and so the debt was paid in apples",
  "which is why the bell rings twice there on Sundays",
  "and for the first time in years there was music in the house",
  "though {name} never spoke of it again",
  "and the map was burned without regret",
  "and the two of them walked home the long way round",
  "but one question still kept {name} awake",
  "and the ferry left on time",
];
const FEELINGS = [
  "more curious than afraid",
  "tired to the bone",
  "sure that it was a mistake",
  "oddly cheerful",
  "too proud to ask for help",
  "ashamed of having looked",
  "glad of the company",
  "colder than the weather explained",
];

/** The outline of an invented story. */
export function story(draw: Draw): Task {
  const [name, friend] = draw.some(PEOPLE, 2);
  const [trade, town, month] = [draw.pick(TRADES), draw.pick(TOWNS), draw.pick(MONTHS)];
  const [object, spot, trouble, turn, feeling] = [OBJECTS, SPOTS, TROUBLES, TURNS, FEELINGS].map((words) =>
    draw.pick(words),
  );
  const ending = draw.pick(ENDINGS).replace("{town}", town).replace("{name}", name);
  const instruction =
    draw.pick([
      `Write a very short story about ${withArticle(trade)} who finds ${object}.`,
      `Tell a tale that is set in ${town} and begins with ${object} ${spot}.`,
      `Invent a story in a few sentences. It should contain ${withArticle(trade)}, ${object} and a surprise.`,
      `I need an opening for a ghost story by the sea. The hero is called ${name} and works as ${withArticle(trade)}.`,
      `Compose a bedtime story in which ${friend} helps ${name} with a secret.`,
      `Continue from this line: "In ${month}, ${name} found ${object} ${spot}."`,
    ]) + draw.pick(WISHES);
  const opening = draw.pick([
    `In ${month}, ${withArticle(trade)} named ${name} found ${object} ${spot}.`,
    `${name} had been ${withArticle(trade)} in ${town} for ${draw.number(3, 40)} years before ${object} turned up ${spot}.`,
    `Nobody in ${town} believed ${name}, the ${trade}, who claimed to have seen ${object} ${spot}.`,
    `There was ${object} ${spot}, and ${name} was ${feeling}.`,
  ]);
  const middle = draw.pick([
    `The next day ${trouble}.`,
    `${friend} laughed about it until ${trouble}.`,
    `At first nothing happened; then ${trouble}.`,
    `That same night ${trouble}, and ${friend} came knocking, ${feeling}.`,
  ]);
  const act = draw.pick([
    `${turn} ${name} carried it to the harbour, ${feeling}.`,
    `${name} wanted to give it back, but to whom? ${turn}`,
    `Together they waited ${draw.number(2, 9)} hours. ${turn}`,
    `"Leave it where it was," said ${friend}. ${turn}`,
  ]);
  const end = draw.pick([
    `In the end it all came right, ${ending}.`,
    `They agreed to say nothing, ${ending}.`,
    `What was lost was found, ${ending}.`,
    `${friend} opened the door at dawn, ${ending}.`,
  ]);
  return { instruction, output: [opening, middle, act, end].join(" ") };
}
