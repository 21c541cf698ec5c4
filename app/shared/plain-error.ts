// An error whose message is one plain sentence for the person running the command; no stack is shown with it.
export class PlainError extends Error {
  override name = "PlainError";
}
