// Where a version of seats begins: with the one that holds, nothing, another body's seats or a shape; and whom it provides for.
import { expect, test } from "vitest";
import { addBody, findBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { action, loader } from "#app/bodies/pages/seats.tsx";
import { agreeScheme, beginScheme, findDraftScheme, saveLine, type LineDetails } from "#app/bodies/schemes.store.server.ts";
import { templates } from "#app/bodies/seat-template.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildPartnership, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { answerOf, argsOf, get, post } from "#tests/support/requests.ts";

const now = new Date("2027-03-01T12:00:00Z");
const lineDetails: LineDetails = {
  ...{ withinId: null, sector: "public", basis: "fixed", count: 2, countMost: null, poolSize: null, reserves: [], holder: { en: "Health", cy: "Iechyd" } },
  ...{ chosenBy: {}, organisationId: null, networkId: null, termInMonths: 24, mostTerms: 3, isVoting: false, isRequired: true, roleDescription: { en: "To listen" } },
};

async function office() {
  const partnership = await buildPartnership();
  const keeper = await buildPerson({ partnership, role: "secretariat" });
  const by = { partnershipId: partnership.id, personId: keeper.id };
  const cookies = await signInCookie(keeper, now);
  const bodyOf = async (name: string, kind: "board" | "theme-group") => {
    const { slug } = await inTransaction((transaction) => addBody(transaction, by, { ...usualBody, kind, name: { en: name } }));
    return findBody(db(), partnership.id, slug);
  };
  const [board, group] = [await bodyOf("Board", "board"), await bodyOf("Transport", "theme-group")];
  const agree = (body: typeof board) =>
    inTransaction(async (transaction) => {
      await beginScheme(transaction, by, body);
      const draft = async () => (await findDraftScheme(transaction, body.id))!;
      const around = await saveLine(transaction, by, body, await draft(), null, lineDetails);
      await saveLine(transaction, by, body, await draft(), null, { ...lineDetails, holder: { en: "Nurses" }, count: 1, withinId: around });
      const scheme = await draft();
      await agreeScheme(transaction, by, body, { scheme, startsOn: "2027-01-01", authority: { decisionId: null, note: "Founding" } });
    });
  const at = (body: typeof board) => ({ params: { partnership: partnership.slug, body: body.slug }, now });
  const begin = async (body: typeof board, fields: Record<string, string>) => answerOf<{ entries: object; problems: object[] }>(action(argsOf(post("/office", { deed: "begin", ...fields }, { cookies }), at(body))));
  const shown = async (body: typeof board) => (await answerOf<Awaited<ReturnType<typeof loader>>>(loader(argsOf(get("/office", { cookies }), at(body))))).body;
  return { partnership, board, group, agree, begin, shown, draftOf: (body: typeof board) => findDraftScheme(db(), body.id) };
}

test("a shape becomes lines in every language, each of them new, once however often it is asked for", async () => {
  const { board, agree, begin, draftOf } = await office();
  await agree(board);
  for (let times = 0; times < 2; times++) expect((await begin(board, { from: "fixed-and-gaps" })).status).toBe(302);
  const draft = (await draftOf(board))!;
  const { totalLeast, totalMost, rules, lines } = templates["fixed-and-gaps"];
  expect(draft).toMatchObject({ version: 2, totalLeast, totalMost, rules });
  expect(draft.lines.map(({ sector, basis, count, countMost }) => ({ sector, basis, count, countMost }))).toEqual(lines.map(({ sector, basis, count, countMost }) => ({ sector, basis, count, countMost })));
  expect(draft.lines.map(({ fromId, holder }) => [fromId, Object.keys(holder).sort()])).toEqual(lines.map(() => [null, ["cy", "en", "ur"]]));
  expect(draft.lines[6]!.withinId).toBe(draft.lines[7]!.id);
});

test("another body's seats are copied whole and are seats of this one; those that hold go on; nothing is nothing", async () => {
  const { board, group, agree, begin, draftOf } = await office();
  await agree(group);
  expect((await begin(board, { from: "body", fromBody: group.slug })).status).toBe(302);
  const copied = (await draftOf(board))!;
  expect(copied.lines).toMatchObject([{ ...lineDetails, fromId: null }, { holder: { en: "Nurses" }, fromId: null, withinId: copied.lines[0]!.id }]);
  await begin(group, { from: "current" });
  expect((await draftOf(group))!.lines.every(({ fromId }) => fromId !== null)).toBe(true);
  const other = await office();
  await other.agree(other.board);
  await other.begin(other.board, { from: "nothing" });
  expect(await other.draftOf(other.board)).toMatchObject({ version: 2, lines: [] });
});

test("no body, one without seats, one of another partnership or a shape nobody knows is refused, and nothing begins", async () => {
  const { board, group, begin, draftOf } = await office();
  const other = await office();
  await other.agree(other.board);
  const refused: Record<string, string>[] = [{ from: "body" }, { from: "body", fromBody: group.slug }, { from: "body", fromBody: "of-nobody" }, { from: "triangle" }];
  for (const fields of refused) {
    const { status, body } = await begin(board, fields);
    expect([status, body.problems]).toEqual([422, [{ field: fields.from === "body" ? "fromBody" : "from", code: "choose" }]]);
    expect(body.entries).toMatchObject(fields);
  }
  expect(await draftOf(board)).toBeNull();
});

test("a board is told whom its seats provide for, as agreed and as worked on; a theme group is not", async () => {
  const { board, group, agree, begin, shown } = await office();
  await agree(board);
  await agree(group);
  expect((await shown(board)).others.map(({ slug }) => slug)).toEqual([group.slug]);
  await begin(board, { from: "residents-first" });
  const { agreed, draft } = await shown(board);
  const by = (covered: NonNullable<typeof draft>["covered"] | undefined) => covered?.filter((one) => one.by.length > 0).map(({ kind }) => kind);
  expect(by(agreed[0]!.covered)).toEqual(["public-officials", "health"]);
  expect(by(draft!.covered)).toEqual(["public-officials", "voluntary-community", "business", "residents"]);
  expect(draft!.covered!.find(({ kind }) => kind === "theme-leads")).toMatchObject({ by: [], unnamed: [{ en: "Transport" }] });
  expect((await shown(group)).agreed[0]!.covered).toBeNull();
});
