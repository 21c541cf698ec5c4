// The JSON schemas of the Popolo project (https://github.com/popolo-project/popolo-spec, folder schemas, last changed in 2018),
// said again in the draft of JSON Schema that our validator reads: the properties each class has, and the type of each. The
// project's own allow any other property; here one that it does not name is a mistake.

type Schema = Record<string, unknown>;
type Property = Schema;

const text: Property = { type: ["string", "null"] };
const date: Property = { type: ["string", "null"], pattern: "^[0-9]{4}(-[0-9]{2}){0,2}$" };
const instant: Property = { type: ["string", "null"], format: "date-time" };
const address: Property = { type: ["string", "null"], format: "uri" };

const idOf = (name: string) => `http://www.popoloproject.com/schemas/${name}.json`;
const one = (name: string): Property => ({ $ref: `${idOf(name)}#` });
const many = (name: string): Property => ({ type: "array", items: one(name) });
const all = (names: readonly string[], property: Property) => Object.fromEntries(names.map((name) => [name, property]));

function schema(name: string, properties: Record<string, Property>, required: readonly string[] = []): Schema {
  return { $schema: "http://json-schema.org/draft-07/schema#", $id: idOf(name), type: "object", properties, required, additionalProperties: false };
}

const kept = { links: many("link"), sources: many("link"), created_at: instant, updated_at: instant };
const reached = { ...kept, contact_details: many("contact_detail") };

export const popoloSchemas = [
  schema("person", {
    ...all(["id", "name", "family_name", "given_name", "additional_name", "honorific_prefix", "honorific_suffix", "patronymic_name"], text),
    ...all(["sort_name", "gender", "summary", "biography", "national_identity"], text),
    ...{ email: { ...text, format: "email" }, birth_date: date, death_date: date, image: address },
    ...{ other_names: many("other_name"), identifiers: many("identifier"), memberships: many("membership"), ...reached },
  }),
  schema("organization", {
    ...all(["id", "name", "classification", "parent_id", "area_id"], text),
    ...{ parent: one("organization"), area: one("area"), founding_date: date, dissolution_date: date, image: address },
    ...{ other_names: many("other_name"), identifiers: many("identifier"), memberships: many("membership"), posts: many("post"), ...reached },
  }),
  schema("post", {
    ...all(["id", "label", "role", "organization_id", "area_id"], text),
    ...{ other_label: { type: "array", items: { type: "string" } }, organization: one("organization"), area: one("area") },
    ...{ start_date: date, end_date: date, memberships: many("membership"), ...reached },
  }),
  schema("membership", {
    ...all(["id", "label", "role", "person_id", "organization_id", "post_id", "on_behalf_of_id", "area_id"], text),
    ...{ member: { type: ["object", "null"] }, person: one("person"), organization: one("organization"), post: one("post") },
    ...{ on_behalf_of: one("organization"), area: one("area"), start_date: date, end_date: date, ...reached },
  }),
  schema(
    "contact_detail",
    { ...all(["label", "note"], text), ...all(["type", "value"], { type: "string" }), valid_from: date, valid_until: date, sources: many("link"), created_at: instant, updated_at: instant },
    ["type", "value"],
  ),
  schema(
    "other_name",
    {
      ...all(["family_name", "given_name", "additional_name", "honorific_prefix", "honorific_suffix", "patronymic_name", "note"], text),
      ...{ name: { type: "string" }, start_date: date, end_date: date },
    },
    ["name"],
  ),
  schema("identifier", { identifier: { type: "string" }, scheme: text }, ["identifier"]),
  schema("link", { url: { type: "string", format: "uri" }, note: text }, ["url"]),
  schema("area", {
    ...all(["id", "name", "identifier", "classification", "parent_id"], text),
    ...{ parent: one("area"), geometry: { type: ["object", "null"] }, ...kept },
  }),
];

/** The class that each list of a Popolo document holds. */
export const popoloLists = { persons: "person", organizations: "organization", posts: "post", memberships: "membership" } as const;

export { idOf as popoloSchemaId };
