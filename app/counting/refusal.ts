// Why the places cannot be filled as the reserves ask, in English sentences.
import type { Obstacle } from "./obstacles.ts";

export function obstacleInWords(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case "candidates":
      return `there are ${obstacle.candidates} candidates for ${obstacle.seats} places`;
    case "minimum above maximum":
      return `“${obstacle.group}” of “${obstacle.category}” must have at least ${obstacle.min} and at most ${obstacle.max}`;
    case "group too small":
      return `“${obstacle.group}” of “${obstacle.category}” must have at least ${obstacle.min}, and ${obstacle.candidates} of its candidates stand`;
    case "group too large":
      return `“${obstacle.group}” of “${obstacle.category}” may have at most ${obstacle.max}, and ${obstacle.elected} of it are elected`;
    case "minimums above places":
      return `the groups of “${obstacle.category}” ask for ${obstacle.least} places, and there are ${obstacle.seats}`;
    case "maximums below places":
      return `the groups of “${obstacle.category}” let ${obstacle.most} be elected, and there are ${obstacle.seats} places`;
    case "together":
      return `each of ${obstacle.categories.map((name) => `“${name}”`).join(", ")} could be kept, but not all of them at once`;
  }
}
