// Checking a file can take much memory and time for a small file, so only a few are checked at once.
const mostAtOnce = 2;
const waiting: (() => void)[] = [];
let underWay = 0;

/** Does this when its turn comes. */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (underWay >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}
