// The language a person chose, remembered in a cookie that holds nothing else.
import { cookieName, readCookie, writeCookie } from "./cookie.server.ts";
import { isLanguage, type Language } from "./languages.ts";

const name = "language";

export const languageCookie = {
  /** The remembered language of a Cookie header, or null. */
  read(header: string | undefined): Language | null {
    const found = readCookie(header, name);
    return isLanguage(found) ? found : null;
  },
  /** Whether the header carries anything but the language. */
  carriesOthers(header: string | undefined): boolean {
    return (header ?? "").split(";").some((part) => part.trim() !== "" && !part.trim().startsWith(`${cookieName(name)}=`));
  },
  /** The Set-Cookie that remembers a language for a year. */
  write(language: Language): string {
    return writeCookie(name, language, 31_536_000);
  },
};
