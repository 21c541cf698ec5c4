// Addresses of the officers' pages about bodies, their seats and who sits on them.
import { officePath } from "#app/partnerships/paths.ts";
import { withQuery } from "#app/shared/local-path.ts";

type At = { slug: string };
type Of = { slug: string };
type Query = Record<string, string>;

/** The tree of bodies. */
export function bodiesPath(partnership: At, query: Query = {}): string {
  return withQuery(`${officePath(partnership)}/bodies`, query);
}

/** One body: its seats, who sits on them, what is free. */
export function officeBodyPath(partnership: At, body: Of, query: Query = {}): string {
  return withQuery(`${bodiesPath(partnership)}/${body.slug}`, query);
}

/** What is said of a body, to be changed; a new one without one. */
export function bodyDetailsPath(partnership: At, body: Of | null): string {
  return `${officeBodyPath(partnership, body ?? { slug: newBody })}/details`;
}

/** Stands in an address for a body that is not there yet; no body is called so. */
export const newBody = "new";

/** The versions of a body's seats. */
export function seatsPath(partnership: At, body: Of, query: Query = {}): string {
  return withQuery(`${officeBodyPath(partnership, body)}/seats`, query);
}

/** A line of the version that is being worked on; a new one without an id. */
export function seatLinePath(partnership: At, body: Of, lineId = "new", query: Query = {}): string {
  return withQuery(`${seatsPath(partnership, body)}/${lineId}`, query);
}

/** Somebody's seat. */
export function appointmentPath(partnership: At, body: Of, appointmentId: string, query: Query = {}): string {
  return withQuery(`${officeBodyPath(partnership, body)}/appointments/${appointmentId}`, query);
}

/** Who is put on a seat: a new appointment to a seat of a line, or one that is there, to be changed. */
export function appointmentDetailsPath(partnership: At, body: Of, of: { id: string } | { lineId: string; seat: number }): string {
  if ("id" in of) return `${appointmentPath(partnership, body, of.id)}/details`;
  return withQuery(`${appointmentPath(partnership, body, "new")}/details`, { line: of.lineId, seat: String(of.seat) });
}

/** Who sat on a body before. */
export function pastSeatsPath(partnership: At, body: Of, query: Query = {}): string {
  return withQuery(`${officeBodyPath(partnership, body)}/past`, query);
}

/** Who leads a body's meetings. */
export function chairsPath(partnership: At, body: Of, query: Query = {}): string {
  return withQuery(`${officeBodyPath(partnership, body)}/chairs`, query);
}

/** The organisations that belong to a body. */
export function membersPath(partnership: At, body: Of, query: Query = {}): string {
  return withQuery(`${officeBodyPath(partnership, body)}/members`, query);
}

/** How the partnership stands: its status, who answers for it, how to complain. */
export function standingPath(partnership: At, query: Query = {}): string {
  return withQuery(`${officePath(partnership)}/standing`, query);
}

/** Somebody to turn to about a body; a new one without an id. */
export function bodyContactPath(partnership: At, body: Of, id = "new", query: Query = {}): string {
  return withQuery(`${officeBodyPath(partnership, body)}/contacts/${id}`, query);
}

/** Somebody to turn to with a complaint; a new one without an id. */
export function complaintsContactPath(partnership: At, id = "new", query: Query = {}): string {
  return withQuery(`${standingPath(partnership)}/contacts/${id}`, query);
}
