// The table of URLs, as remix.config.js writes it.
import remixConfig from "../../remix.config.js";

type Url = { path: string; file: string; index: boolean };

/** Every URL of remix.config.js and the page that answers it. */
export function listUrls(): Url[] {
  const urls: Url[] = [];
  const define = (path: string, file: string, options?: { index?: boolean }) =>
    void urls.push({ path, file, index: options?.index ?? false });
  void remixConfig.routes?.(((table: (url: typeof define) => void) => {
    table(define);
    return {};
  }) as Parameters<NonNullable<typeof remixConfig.routes>>[0]);
  return urls;
}
