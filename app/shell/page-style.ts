// The style that stands in a page itself, which the content policy names by its hash: the partnership's accent, and what a
// page of the route adds.

/** What a route's `handle` may say of its style, given what its loader gave. */
export type Styled = { style?: (loaded: unknown) => string | null };

/** All of it as one text, the same wherever it is asked for; blank when there is none. */
export function styleOf(accent: string | null | undefined, routes: readonly { handle: unknown; loaded: unknown }[]): string {
  const own = routes.map(({ handle, loaded }) => (handle as Styled | undefined)?.style?.(loaded ?? {}) ?? "");
  return [accent ?? "", ...own].join("");
}
