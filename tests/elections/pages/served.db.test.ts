// Somebody is nominated again after as many terms in a row as the seat allows.
import { beforeAll, expect, test } from "vitest";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import type { ElectionHead } from "#app/elections/election.ts";
import type { Election } from "#app/elections/elections.store.server.ts";
import { electionPath, officeElectionPath } from "#app/elections/paths.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection, buildNomination } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildNetwork } from "#tests/support/networks.ts";

const noticeOn = "2026-09-07"; // nominations close on 28 September and may be withdrawn until 1 October
const [early, closed] = [new Date("2026-09-20T10:00:00Z"), new Date("2026-09-30T10:00:00Z")];
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let network: Network;
let officer: BuiltPerson;
let line: { id: string };

const as = async (person: BuiltPerson, now: Date) => new Visitor(application, { now }, [await signInCookie(person, now)]);
const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");

beforeAll(async () => {
  application = await openApplication();
  officer = await buildPerson({ role: "network-administrator" });
  partnership = officer.partnership!;
  network = await buildNetwork({ partnership });
  const body = await inTransaction((transaction) => addBody(transaction, { partnershipId: partnership.id, personId: null }, { ...usualBody, kind: "board", name: { en: "The board" } }));
  const scheme = await db().seatScheme.create({ data: { id: newId(), partnershipId: partnership.id, bodyId: body.id, version: 1, startsOn: dayIn("2020-01-01") } });
  const at = { partnershipId: partnership.id, bodyId: body.id };
  line = await db().seatLine.create({ data: { ...at, id: newId(), schemeId: scheme.id, position: 1, sector: "voluntary-community", basis: "elected", count: 2, holder: { en: "Groups" }, networkId: network.id } });
  const sat = { ...at, lineId: line.id, seat: 1, name: "Ann Rees", chosenHow: "elected", chosenBy: "An election" };
  for (const [startsOn, endsOn] of [["2020-11-01", "2023-10-31"], ["2023-11-01", "2026-10-31"]] as const) await db().appointment.create({ data: { ...sat, id: newId(), startsOn: dayIn(startsOn), endsOn: dayIn(endsOn) } });
});

const build = (head: Partial<ElectionHead>) => buildElection({ network, noticeOn, head: { seats: 2, supporters: 0, lineId: line.id, termStartsOn: "2026-11-01", ...head }, returningOfficerId: officer.id });
const nominated = (election: Election, name: string) => buildNomination({ election, name, upTo: "supported" });
const rules = async (election: Election, id: string, now: Date) => {
  const answer = await (await as(officer, now)).post(officeElectionPath(partnership, election, `nominations/${id}`), { deed: "rule", ruling: "valid" });
  return answer.status === 302 ? "valid" : /most terms in a row[^<]*/.exec(await text(answer))?.[0];
};

test("as it usually is, it is told to whoever rules, and they may stand", async () => {
  const election = await build({});
  const [ann, bob] = [await nominated(election, "Ann Rees"), await nominated(election, "Bob Price")];
  const page = async (id: string) => text((await as(officer, early)).open(officeElectionPath(partnership, election, `nominations/${id}`)));
  expect(await page(ann)).toMatch(/Terms in a row on this body, by the time this one would begin: 2\. The seat allows 2\.[\s\S]*they may stand all the same/);
  expect(await page(bob)).not.toContain("Terms in a row");
  expect(await rules(election, ann, early)).toBe("valid");
  expect(await text(new Visitor(application, { now: early }).open(electionPath(partnership, election)))).not.toContain("only if fewer new people");
});

test("where new people come first, they stand only if fewer of those are nominated than there are places, seen once nominations have closed", async () => {
  const election = await build({ servedRule: "unless-nobody-new" });
  expect(await text(new Visitor(application, { now: early }).open(electionPath(partnership, election)))).toContain("may stand only if fewer new people are nominated than there are places");
  const ann = await nominated(election, "Ann Rees");
  expect(await rules(election, ann, early)).toContain("only once nominations have closed");
  const bob = await nominated(election, "Bob Price");
  expect(await rules(election, bob, early)).toBe("valid");
  const cai = await nominated(election, "Cai Lewis");
  expect(await rules(election, ann, closed)).toContain("enough new people are nominated");
  await db().nomination.update({ where: { id: cai }, data: { withdrawnAt: closed } });
  expect(await rules(election, ann, closed)).toBe("valid");
});
