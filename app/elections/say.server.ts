// The words of the forms of elections, in every language.
import { textInAll } from "#app/shared/words.server.ts";
import type { Say } from "./nomination-form.ts";

export const say: Say = (name) => textInAll(`candidates:form.${name}`);
