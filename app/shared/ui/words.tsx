// Gives components the words of the page's language.
import { createContext, useContext, type ReactNode } from "react";
import type { Words } from "#app/shared/words.ts";

/** The words of one language, and the texts they are looked up in, by subject. */
export type Speech = { words: Words; texts: Record<string, unknown> };

const Spoken = createContext<Speech | null>(null);

export function WordsProvider({ speech, children }: { speech: Speech; children: ReactNode }) {
  return <Spoken.Provider value={speech}>{children}</Spoken.Provider>;
}

function useSpeech(): Speech {
  const speech = useContext(Spoken);
  if (!speech) throw new Error("No words were given to this page");
  return speech;
}

/** The words of the language the page is drawn in. */
export function useWords(): Words {
  return useSpeech().words;
}

/** The words a page wakes with, for app/entry.client.tsx: the texts of these subjects in the page's language. */
export function WordsOfPage({ subjects }: { subjects: readonly string[] }) {
  const { texts } = useSpeech();
  const own = Object.fromEntries(subjects.map((subject) => [subject, texts[subject]]));
  const written = JSON.stringify(own).replaceAll("<", "\\u003c"); // because "</script>" would end it
  return <script id="words" type="application/json" dangerouslySetInnerHTML={{ __html: written }} />;
}
