// The passwords that are tried first by whoever guesses.
import list from "./common-passwords.txt?raw";

const common = new Set(list.split("\n").filter((line) => line !== "" && !line.startsWith("#")));

/** Whether a password, in lower case, is among the 10,000 chosen most often. */
export function isCommonPassword(lowerCase: string): boolean {
  return common.has(lowerCase);
}
