// Paths: of what is given from outside only ever an address of this installation; in a language; with what is asked.
import { defaultLanguage, isLanguage, type Language } from "./languages.ts";

/**
 * The path (and query) that was given, without a language in front, or null when it is not a path here: another host, a
 * scheme, a backslash (which browsers read as a slash), a control character, too long.
 */
export function localPath(given: unknown): string | null {
  if (typeof given !== "string" || given.length > 2000) return null;
  if (!/^\/(?!\/)[^\\\p{Cc}]*$/u.test(given)) return null;
  const here = "http://here.invalid";
  if (!URL.canParse(given, here)) return null;
  const { origin, pathname, search } = new URL(given, here);
  // because "/./" and "/../" are taken out only now, and what is left may begin with two slashes
  if (origin !== here || pathname.startsWith("//")) return null;
  return withoutLanguage(pathname) === null ? null : `${withoutLanguage(pathname)}${search}`;
}

function withoutLanguage(pathname: string): string | null {
  const [, first, ...rest] = pathname.split("/");
  if (!isLanguage(first)) return pathname;
  const path = `/${rest.join("/")}`;
  // because a language stands in front once: what is left must mean the same when it is read again
  return path.startsWith("//") || isLanguage(rest[0]) ? null : path;
}

/** A path as its address in a language: English has none in front. */
export function pathInLanguage(path: string, language: Language): string {
  if (language === defaultLanguage) return path;
  return path === "/" ? `/${language}` : `/${language}${path}`;
}

/** The path of an address that is in this language: the same without it. */
export function pathOutOfLanguage(path: string, language: Language): string {
  return language === defaultLanguage ? path : path.slice(language.length + 1) || "/";
}

/** A path with what is asked of it; what is null, undefined or blank is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
