// Answers every address that no other page does, so that a page that is missing is drawn like any other.
import { notFound } from "#app/shared/responses.server.ts";

export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

export default function MissingPage() {
  return null;
}
