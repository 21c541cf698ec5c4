// A list that comes a page at a time, read whole.

/** Page after page, from the first; `list` gives the page after a key, null for the first. */
export async function* everyPage<Page extends { nextAfter: string | null }>(list: (after: string | null) => Promise<Page>): AsyncGenerator<Page> {
  for (let page = await list(null); ; page = await list(page.nextAfter)) {
    yield page;
    if (page.nextAfter === null) return;
  }
}
