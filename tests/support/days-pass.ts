// Days that pass at once for something of a running server: it was, or will be, so much earlier.
import { join } from "node:path";
import pg from "pg";
import { timetableDays, type TimetableDay } from "#app/elections/timetable.ts";
import { lastPort, readPasswords } from "#app/shared/postgres-cluster.server.ts";
import { postgresHome } from "#app/shared/postgres-home.server.ts";
import type { RunningServer } from "./server.ts";

type Where = Pick<RunningServer, "dataDir">;

/** Asks the database of a running server. */
export async function inDatabase({ dataDir }: Where, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const home = await postgresHome(join(dataDir, "postgres"), () => undefined);
  const { folkmoot } = await readPasswords(home);
  const client = new pg.Client({ connectionString: `postgres://folkmoot:${encodeURIComponent(folkmoot)}@127.0.0.1:${await lastPort(home)}/folkmoot` });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A consultation opened and closed so many days earlier. */
export async function daysPass(where: Where, consultationId: string, days: number): Promise<void> {
  await inDatabase(where, async (client) => {
    const earlier = `SET "opensAt" = "opensAt" - make_interval(days => $2), "closesAt" = "closesAt" - make_interval(days => $2)`;
    await client.query(`UPDATE "Consultation" ${earlier} WHERE id = $1`, [consultationId, days]);
    await client.query(`SELECT pg_notify('folkmoot_published', "partnershipId") FROM "Consultation" WHERE id = $1`, [consultationId]);
  });
}

/** A meeting begins so many minutes from now, or began so many ago where that is negative; what was sent out for it went as many days before as it did. */
export async function meetingBegins(where: Where, meetingId: string, inMinutes: number): Promise<void> {
  await inDatabase(where, async (client) => {
    const { rows } = await client.query<{ by: string }>(`SELECT ("startsAt" - $2::timestamptz)::text AS by FROM "Meeting" WHERE id = $1`, [meetingId, new Date(Date.now() + inMinutes * 60_000)]);
    const by = rows[0]!.by;
    await client.query(`UPDATE "Meeting" SET "startsAt" = "startsAt" - $2::interval, "endsAt" = "endsAt" - $2::interval, "calledAt" = "calledAt" - $2::interval WHERE id = $1`, [meetingId, by]);
    await client.query(`UPDATE "Paper" SET "sentAt" = "sentAt" - $2::interval WHERE "meetingId" = $1`, [meetingId, by]);
  });
}

/** So many days pass for an election that it is the named one of its days today, or so many days after it. Letters with codes go along. */
export async function electionComesTo(where: Where, electionId: string, day: Exclude<TimetableDay, "pollClosesOn">, daysAfter = 0): Promise<void> {
  await inDatabase(where, async (client) => {
    const { rows } = await client.query<{ days: number }>(
      `SELECT ("${day}" - (now() AT TIME ZONE 'Europe/London')::date) + $2::int AS days FROM "NetworkElection" WHERE id = $1`,
      [electionId, daysAfter],
    );
    const { days } = rows[0]!;
    const dates = [...timetableDays.filter((one) => one !== "pollClosesOn"), "termStartsOn"].map((one) => `"${one}" = "${one}" - $2::int`);
    const earlier = (column: string) => `"${column}" = "${column}" - make_interval(days => $2::int)`;
    await client.query(`UPDATE "NetworkElection" SET ${dates.join(", ")}, ${earlier("pollClosesAt")} WHERE id = $1`, [electionId, days]);
    await client.query(`UPDATE "VoterLetter" l SET ${["askedAt", "sentAt", "nextAttemptAt"].map(earlier).join(", ")} FROM "Voter" v WHERE v.id = l."voterId" AND v."electionId" = $1`, [electionId, days]);
    await client.query(`SELECT pg_notify('folkmoot_published', "partnershipId") FROM "NetworkElection" WHERE id = $1`, [electionId]);
  });
}
