// Keeps what a page tells of a long job up to date until the job is over. Where scripts do not run, a link looks again.
const everyMs = 1500;

function regionOf(page: Document): Element | null {
  return page.querySelector("[data-keep-looking]");
}

/** Puts in what has changed, and nothing else: the text is read out by a screen reader whenever it is another. */
function show(there: Element, fresh: Element): void {
  const [says, saysNow] = [there.querySelector("[role=status]"), fresh.querySelector("[role=status]")];
  if (says && saysNow && says.textContent !== saysNow.textContent) says.textContent = saysNow.textContent;
  const [bar, barNow] = [there.querySelector("progress"), fresh.querySelector("progress")];
  if (bar && barNow?.hasAttribute("value")) bar.value = barNow.value;
}

async function look(): Promise<void> {
  const there = regionOf(document);
  if (!there) return;
  if (document.visibilityState === "visible") {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (answer?.ok) {
      const fresh = regionOf(new DOMParser().parseFromString(await answer.text(), "text/html"));
      if (!fresh) return location.reload();
      show(there, fresh);
    }
  }
  setTimeout(() => void look(), everyMs);
}

setTimeout(() => void look(), everyMs);

// because this file is a module of its own
export {};
