import type { Draw } from "../draw.ts";
import { PEOPLE, TOWNS } from "../lexicon.ts";
import type { Task } from "../task.ts";

const PRODUCTS = [
  "kettle",
  "tent",
  "headlamp",
  "sewing machine",
  "rain jacket",
  "office chair",
  "blender",
  "bicycle pump",
  "travel cot",
  "keyboard",
  "garden hose",
  "suitcase",
  "bread knife",
  "vacuum cleaner",
  "thermos flask",
  "pair of binoculars",
  "hammock",
  "desk lamp",
];
const PRAISE = [
  "it is lighter than it looks",
  "the instructions fit on one page",
  "it survived two winters outdoors",
  "the handle sits well in a small hand",
  "it makes hardly any noise",
  "spare parts are easy to get",
  "the colour has not faded",
  "it packs down to the size of a loaf",
  "the warranty was honoured without a word",
  "even my father can work it",
  "it does one thing and does it well",
  "the seams are neat and strong",
];
const BLAME = [
  "the switch jammed within a week",
  "it smells of glue",
  "the lid never closes properly",
  "the battery died at the worst moment",
  "it arrived with a crack",
  "the screws were missing",
  "customer service did not reply",
  "it wobbles on a flat floor",
  "the measurements on the label are wrong",
  "the strap tore on the second outing",
  "it uses far more power than stated",
  "the manual is a riddle",
];
const MIXED = [
  "For the price it is acceptable.",
  "I still cannot decide whether to keep it.",
  "A friend has the same one and is happy.",
  "Maybe mine was an exception.",
  "It does what it should, no more.",
  "Delivery took a while.",
];

/** A product review and the judgement of its tone. */
export function review(draw: Draw): Task {
  const [product, name, town] = [draw.pick(PRODUCTS), draw.pick(PEOPLE), draw.pick(TOWNS)];
  const [good, better, best] = draw.some(PRAISE, 3);
  const [bad, worse, worst] = draw.some(BLAME, 3);
  const [stars, weeks] = [draw.number(2, 14), draw.number(2, 40)];
  const mixed = draw.pick(MIXED);
  const tone = draw.pick(["positive", "negative", "mixed"] as const);
  const body = {
    positive: [
      `I have used this ${product} for ${weeks} weeks and would buy it again: ${good}, and ${better}. Best of all, ${best}.`,
      `What a find. After ${weeks} weeks the ${product} is as good as new; ${good}, ${better}, and ${best}.`,
      `My old ${product} lasted a year. This one is different, because ${good}. Besides, ${better}.`,
    ],
    negative: [
      `Stay away from this ${product}. After ${weeks} days ${bad}, and then ${worse}. To top it all, ${worst}.`,
      `I wanted to like the ${product}, but ${bad}, ${worse}, and ${worst}. It went back to the shop in ${town}.`,
      `Never again. First ${bad}; ${stars} days later I noticed that ${worse}.`,
    ],
    mixed: [
      `The ${product} has its merits: ${good}. On the other hand, ${bad}. ${mixed}`,
      `${mixed} I like that ${good}, and ${better}, yet ${bad} and ${worse}.`,
      `Half of me is pleased with the ${product}, since ${good}; the other half is annoyed that ${bad}. ${mixed}`,
    ],
  };
  const text = draw.pick(body[tone]);
  const instruction = draw.pick([
    `Is this review positive, negative or mixed? "${text}"`,
    `Classify the tone of what ${name} from ${town} wrote and give a reason: "${text}"`,
    `Read the review and label it with one word, then explain your choice. Review: "${text}"`,
    `A shop in ${town} sorts its feedback into positive, negative and mixed. Where does this one belong? "${text}"`,
  ]);
  const [plus, minus] = [good, bad];
  const reasons = {
    positive: [
      `The writer names advantages such as that ${plus} and has no complaint.`,
      `Every remark is in favour of the ${product}, above all that ${plus}.`,
      `Phrases of praise prevail, and nothing is held against it. That ${plus} clearly counts for a lot.`,
    ],
    negative: [
      `The complaint that ${minus} sets the tone, and nothing is said in its favour.`,
      `The writer lists faults, for example that ${minus}, and warns others.`,
      `There is no redeeming feature here: ${minus}, and it gets worse from there.`,
    ],
    mixed: [
      `It praises that ${plus}, but also reports that ${minus}.`,
      `Good and bad are in balance: on one side ${plus}, on the other ${minus}.`,
      `The writer hesitates. That ${plus} speaks for the ${product}; that ${minus} speaks against it.`,
    ],
  };
  const opening = draw.pick([
    `Label: ${tone}.`,
    `I would call it ${tone}.`,
    `This is a ${tone} review.`,
    `${tone[0].toUpperCase()}${tone.slice(1)}.`,
  ]);
  return { instruction, output: `${opening} ${draw.pick(reasons[tone])}` };
}
