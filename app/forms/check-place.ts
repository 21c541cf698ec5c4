// Answers that say where something is, and files.
import { readPoint } from "#app/areas/point.ts";
import { readPostcode } from "#app/areas/postcode.ts";
import type { AddressAnswer, Fault, FileAnswer, PlaceAnswer } from "./answer.ts";
import { checkText } from "./check-text.ts";
import { entryOf, type Entries } from "./entries.ts";
import { typesOfKinds } from "./file-kinds.ts";
import type { QuestionOf } from "./question.ts";
import { plain } from "#app/shared/typed.ts";

const longestPlace = 5_000;
const longestAddressLine = 200;

export function checkAddress(question: QuestionOf<"address">, entries: Entries, fault: Fault): AddressAnswer | null {
  const line = (part: string) => {
    const typed = entryOf(entries, `${question.id}.${part}`).replace(/\s+/gu, " ");
    return checkText(typed, { maxLength: longestAddressLine }, fault, part);
  };
  const [first, second, town, county] = [line("line-1"), line("line-2"), line("town"), line("county")];
  const typed = entryOf(entries, `${question.id}.postcode`);
  const postcode = readPostcode(typed);
  if (first === null && second === null && town === null && county === null && plain(typed) === "") return null;
  if (first === null) fault("address-without-line", {}, "line-1");
  if (town === null) fault("address-without-town", {}, "town");
  if (postcode === undefined) fault(plain(typed) === "" ? "address-without-postcode" : "postcode-not-understood", {}, "postcode");
  if (first === null || town === null || postcode === undefined) return null;
  const lines = second === null ? [first] : [first, second];
  return { lines, town, ...(county !== null && { county }), postcode };
}

/** Words, a postcode or a point, any of them; what is given in figures is checked. */
export function checkPlace(
  question: QuestionOf<"map-point" | "map-line" | "map-area">,
  entries: Entries,
  fault: Fault,
): PlaceAnswer | null {
  const place = checkText(entryOf(entries, question.id), { maxLength: longestPlace }, fault) ?? "";
  const typedPostcode = entryOf(entries, `${question.id}.postcode`);
  const postcode = readPostcode(typedPostcode);
  if (plain(typedPostcode) !== "" && postcode === undefined) fault("postcode-not-understood", {}, "postcode");
  const typedPoint = entryOf(entries, `${question.id}.point`);
  const point = plain(typedPoint) === "" ? undefined : readPoint(plain(typedPoint));
  if (point === "not-understood") return fault("point-not-understood", {}, "point");
  if (point === "outside") return fault("point-outside", {}, "point");
  if (place === "" && postcode === undefined && point === undefined) return null;
  return { place, ...(postcode !== undefined && { postcode }), ...point };
}

/** The file that the upload recorded, if it is of a kind and size asked for. */
export function checkFile(question: QuestionOf<"file">, entries: Entries, fault: Fault): FileAnswer | null {
  const part = (name: string) => entryOf(entries, `${question.id}.${name}`);
  const [fileId, name, mimeType] = [part("file-id"), part("name"), part("mime-type")];
  if (fileId === "") return null;
  const sizeInBytes = Number(part("size"));
  if (!typesOfKinds(question.kinds).includes(mimeType)) return fault("file-of-other-kind", { name });
  if (!Number.isSafeInteger(sizeInBytes) || sizeInBytes < 1) return fault("file-empty", { name });
  if (sizeInBytes > question.maxBytes) return fault("file-too-big", { name, megabytes: question.maxBytes / 1_000_000 });
  return { fileId, name, mimeType, sizeInBytes };
}
