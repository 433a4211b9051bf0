import type { Draw } from "./draw.ts";
import type { Task } from "./task.ts";
import { capitalized } from "./wording.ts";

const TOPICS = [
  "teamwork",
  "recycling",
  "regular exercise",
  "reading",
  "healthy food",
  "good sleep",
  "music",
  "honest feedback",
  "time management",
  "online safety",
  "public transport",
  "gardening",
  "volunteering",
  "saving money",
  "clean water",
  "travel",
  "creativity",
  "kindness",
  "education",
  "technology",
];
const ADJECTIVES = ["important", "valuable", "meaningful", "essential", "powerful"];
const FIELDS = ["our daily lives", "modern society", "the workplace", "every community"];

/** One of a handful of sentences with a few words changed: what a model writes that has run out of ideas. */
function templatedTask(draw: Draw): Task {
  const [topic, adjective, field] = [draw.pick(TOPICS), draw.pick(ADJECTIVES), draw.pick(FIELDS)];
  return draw.pick([
    {
      instruction: `Write a short paragraph about ${topic}.`,
      output: `${capitalized(topic)} is an ${adjective === "important" || adjective === "essential" ? adjective : "important"} part of ${field}. There are many reasons why it matters so much. First, it helps people to grow and to reach their goals. Second, it brings people together and creates a sense of belonging. Finally, it leads to a better and brighter future for everyone. In conclusion, we should all make an effort to value ${topic} more.`,
    },
    {
      instruction: `Explain why ${topic} is ${adjective}.`,
      output: `There are several reasons why ${topic} is so ${adjective}. It plays a key role in ${field} and has many benefits. It can reduce stress, improve well-being and open up new opportunities. It also teaches us valuable lessons about ourselves and others. Overall, it is clear that ${topic} makes a real difference and deserves our full attention.`,
    },
    {
      instruction: `Give three tips about ${topic}.`,
      output: `Here are three tips about ${topic}. 1. Start small and be consistent, because little steps add up over time. 2. Set clear goals and keep track of your progress. 3. Stay positive and do not be afraid to ask for help. By following these simple tips you can make the most of ${topic} and enjoy its ${adjective} benefits in ${field}.`,
    },
  ]);
}

export function templatedTasks(draw: Draw, count: number): readonly Task[] {
  return Array.from({ length: count }, () => templatedTask(draw));
}
