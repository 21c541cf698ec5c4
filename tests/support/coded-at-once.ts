// The bulk of a coding that is handed out, done at once as its coders would do it on the pages, so that a journey need not press a
// thousand keys. What is read twice is left to the pages.
import { newId } from "#app/shared/keys.server.ts";
import { inDatabase } from "./days-pass.ts";
import type { RunningServer } from "./server.ts";

type Task = { id: string; partnershipId: string; text: string; coderId: string };

/** Gives each text that is read once the codes that `judge` says, by whoever has it, who is done with it then; but one. How many. */
export async function codeAtOnce(where: Pick<RunningServer, "dataDir">, consultationId: string, but: string, judge: (text: string) => readonly string[]): Promise<number> {
  let done = 0;
  await inDatabase(where, async (client) => {
    const codes = await client.query<{ id: string; name: string }>(`SELECT c.id, c.name->>'en' AS name FROM "Code" c JOIN "Codeframe" f ON f.id = c."codeframeId" WHERE f."consultationId" = $1`, [consultationId]);
    const { rows } = await client.query<Task>(
      `SELECT said.id, said."partnershipId", said.text, task."coderId" FROM "CodingTask" task JOIN "AnswerText" said ON said.id = task."textId"
       WHERE task."consultationId" = $1 AND task.pass = 'first' AND said.id <> $2
         AND NOT EXISTS (SELECT FROM "CodingTask" second WHERE second."textId" = said.id AND second.pass = 'second')`,
      [consultationId, but],
    );
    for (const { id, partnershipId, text, coderId } of rows) {
      for (const name of judge(text)) {
        const codeId = codes.rows.find((code) => code.name === name)?.id;
        await client.query(`INSERT INTO "Coding" (id, "partnershipId", "textId", "codeId", "coderId", version, pass, at) VALUES ($1, $2, $3, $4, $5, 0, 'first', now())`, [newId(), partnershipId, id, codeId, coderId]);
      }
      await client.query(`UPDATE "CodingTask" SET "doneAt" = now() WHERE "textId" = $1 AND pass = 'first'`, [id]);
    }
    done = rows.length;
  });
  return done;
}
