// Nothing typed is lost: a page of questions is kept in this tab as one types and saved quietly after a pause, so that a
// reload, the back button, a dropped connection or a server that is away costs nothing. On a page without questions, which
// is where sending leads, what was kept is cleared away.
import { isNewer, readKept, type Kept } from "../kept.ts";

const prefix = "answers ";
const pauseInMilliseconds = 2000;
const retryInMilliseconds = 10_000;
/** What a browser lets a request carry that may outlive its page. */
const mostOutliving = 60_000;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function keepAnswers(form: HTMLFormElement): void {
  const key = `${prefix}${form.dataset.keep} ${location.pathname}`;
  const status = document.getElementById("kept");
  let saved: string | null = form.dataset.saved ?? "";
  let timer: number | undefined;
  let hasUnsaved = false;
  let wasSent = false;

  const fields = (): Kept["fields"] =>
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("_") ? [[name, value.replace(/\r\n?/g, "\n")] as [string, string]] : [],
    );

  const keep = () => {
    const kept: Kept = { fields: fields(), savedBefore: saved, wasSent };
    try {
      sessionStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // A tab that may not keep anything still saves to the server.
    }
  };

  const say = (text: string | undefined) => {
    if (status && text) status.textContent = text;
  };

  const save = async (outliving: boolean) => {
    clearTimeout(timer);
    if (!hasUnsaved || wasSent) return;
    const body = new URLSearchParams([...fields(), ["_intent", "keep"]]);
    hasUnsaved = false;
    try {
      const answer = await fetch(location.href, {
        method: "POST",
        body,
        credentials: "same-origin",
        keepalive: outliving && body.toString().length < mostOutliving,
        // because the page it leads to is this one, and need not be drawn again
        redirect: "manual",
      });
      if (answer.type !== "opaqueredirect") throw new Error(`not kept: ${answer.status}`);
      saved = null;
      if (hasUnsaved) return;
      sessionStorage.removeItem(key);
      const time = new Date().toTimeString().slice(0, 5);
      say(form.dataset.keptAt?.replace("%time%", time));
    } catch {
      hasUnsaved = true;
      say(form.dataset.notKept);
      timer = window.setTimeout(() => void save(false), retryInMilliseconds);
    }
  };

  const changed = () => {
    hasUnsaved = true;
    wasSent = false;
    keep();
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(false), pauseInMilliseconds);
  };

  const kept = readKept(sessionStorage.getItem(key));
  if (kept && isNewer(kept, { fields: fields(), saved: saved })) {
    restore(form, kept.fields);
    changed();
  } else sessionStorage.removeItem(key);

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    wasSent = true;
    keep();
  });
  addEventListener("pagehide", () => void save(true));
  addEventListener("pageshow", (event) => {
    if (event.persisted) wasSent = false;
  });
}

function restore(form: HTMLFormElement, fields: Kept["fields"]): void {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const element of form.elements) {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)) continue;
    put(element, values.get(element.name) ?? []);
  }
}

function put(field: Field, values: string[]): void {
  if (field.name === "" || field.name.startsWith("_") || field.type === "file" || field.type === "hidden") return;
  const isTicked = field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox");
  if (isTicked) field.checked = values.includes(field.value);
  else field.value = values[0] ?? "";
}

function clearAll(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

try {
  const form = document.querySelector<HTMLFormElement>("form[data-keep]");
  if (form) keepAnswers(form);
  else clearAll();
} catch {
  // A browser that refuses its store, in private windows for instance, goes on without this help.
}
