// Who sits where, in the words of the Popolo project: https://www.popoloproject.com/specs/. A person, an organisation, a post
// and a membership each have the properties that its published JSON schemas name, and none besides.
import { textIn, type Language, type Text } from "#app/shared/languages.ts";

export type PopoloKnown = {
  partnership: { id: string; name: Text };
  bodies: readonly { id: string; parentId: string | null; name: Text; kind: string; startedOn: string | null; address: string }[];
  organisations: readonly { id: string; name: Text; sector: string; website: string | null }[];
  /** One for each seat of the schemes that hold now. */
  seats: readonly { id: string; bodyId: string; label: Text; role: string }[];
  /** Who sits: `who` is the same for one person on several seats. */
  sitting: readonly { id: string; who: string; name: string; bodyId: string; seatId: string; role: string; organisationId: string | null; startsOn: string; endsOn: string | null }[];
};

type Link = { url: string };
export type PopoloPerson = { id: string; name: string };
export type PopoloOrganization = {
  id: string;
  name: string;
  other_names?: { name: string; note: string }[];
  classification: string;
  parent_id?: string;
  founding_date?: string;
  links?: Link[];
};
export type PopoloPost = { id: string; label: string; role: string; organization_id: string };
export type PopoloMembership = {
  id: string;
  role: string;
  person_id: string;
  organization_id: string;
  post_id: string;
  on_behalf_of_id?: string;
  start_date: string;
  end_date?: string;
};
export type Popolo = { persons: PopoloPerson[]; organizations: PopoloOrganization[]; posts: PopoloPost[]; memberships: PopoloMembership[] };

/** What is known of who sits where, in one language; names in others are other names. */
export function popoloOf({ partnership, bodies, organisations, seats, sitting }: PopoloKnown, language: Language): Popolo {
  const named = (text: Text) => {
    const { text: name, language: own } = textIn(text, language);
    const others = Object.entries(text).filter(([other, said]) => other !== own && said.trim() !== "");
    return { name, ...(others.length > 0 && { other_names: others.map(([note, said]) => ({ name: said, note })) }) };
  };
  const shown = new Set(bodies.map(({ id }) => id));
  const persons = new Map(sitting.map(({ who, name }) => [who, { id: personId(who), name }]));
  return {
    persons: [...persons.values()],
    organizations: [
      { id: organisationId(partnership.id), ...named(partnership.name), classification: "partnership" },
      ...bodies.map(({ id, parentId, name, kind, startedOn, address }) => ({
        ...{ id: organisationId(id), ...named(name), classification: kind },
        parent_id: organisationId(parentId !== null && shown.has(parentId) ? parentId : partnership.id),
        ...(startedOn && { founding_date: startedOn }),
        links: [{ url: address }],
      })),
      ...organisations.map(({ id, name, sector, website }) => ({
        ...{ id: organisationId(id), ...named(name), classification: sector },
        ...(website && { links: [{ url: website }] }),
      })),
    ],
    posts: seats.map(({ id, bodyId, label, role }) => ({ id: postId(id), label: textIn(label, language).text, role, organization_id: organisationId(bodyId) })),
    memberships: sitting.map((one) => ({
      ...{ id: `membership/${one.id}`, role: one.role, person_id: personId(one.who) },
      ...{ organization_id: organisationId(one.bodyId), post_id: postId(one.seatId) },
      ...(one.organisationId && { on_behalf_of_id: organisationId(one.organisationId) }),
      start_date: one.startsOn,
      ...(one.endsOn && { end_date: one.endsOn }),
    })),
  };
}

const personId = (id: string) => `person/${id}`;
const organisationId = (id: string) => `organization/${id}`;
const postId = (id: string) => `post/${id}`;
