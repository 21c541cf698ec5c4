// The copy of what is held of somebody: as data, as a page to read, and the files they sent, in one ZIP that is made as it goes out.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { isWorded } from "#app/audit/worded.server.ts";
import { readBytes } from "#app/files/disk.server.ts";
import { db } from "#app/shared/db.server.ts";
import { downloadOf } from "#app/shared/download.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { zipOf, type ZipEntry } from "#app/shared/zip.server.ts";
import { copyAsHtml, fileNameIn } from "../copy.ts";
import { recordSight, requireRequest } from "../guard.server.ts";
import { describeHeld } from "../holdings.server.ts";
import { listLogAbout } from "../requests.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const keeper = await requireRequest(args);
  const { partnership, request, words, now } = keeper;
  const withEquality = new URL(args.request.url).searchParams.get("equality") === "yes";
  const things = await describeHeld(db(), { ...keeper, refs: request.subject, withEquality });
  const entries = await listLogAbout(db(), partnership.id, request.subject.map(({ id }) => id));
  await recordSight(keeper, "personal-data.export", { requestId: request.id }, { count: things.length, withEquality });
  const log = entries.map(({ at, action }) => ({ at, what: isWorded("action", action) ? words.t(`audit:action.${action}`) : action }));
  const site = textIn(partnership.name, words.language).text;
  const held = { madeAt: now, partnership: partnership.name, held: things.map(({ kind, data }) => ({ kind, ...(data as object) })), log: entries };
  const files: ZipEntry[] = things.flatMap((thing) => thing.files.map((file) => ({ name: fileNameIn(file), bytes: readBytes(file.storageKey) })));
  const all: ZipEntry[] = [
    { name: "held.html", bytes: [Buffer.from(copyAsHtml(things, log, { site, madeAt: now }, words))] },
    { name: "held.json", bytes: [Buffer.from(JSON.stringify(held, null, 2))] },
    ...files,
  ];
  return downloadOf(`held-${request.id}.zip`, "application/zip", zipOf(all));
}
