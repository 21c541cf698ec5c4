// Every file of a meeting's papers that everybody may read, in one to take away.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { readBytes } from "#app/files/disk.server.ts";
import { findFileBehindGuard } from "#app/files/store.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { downloadOf } from "#app/shared/download.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { zipOf, type ZipEntry } from "#app/shared/zip.server.ts";
import { listItems } from "../agenda.store.server.ts";
import { findMeeting } from "../meetings.store.server.ts";
import { listPapers } from "../papers.store.server.ts";
import { isPublicPaper } from "../public-agenda.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const meeting = await findMeeting(db(), partnership.id, params.meeting);
  const [items, papers] = await Promise.all([listItems(db(), meeting), listPapers(db(), meeting)]);
  const own = papers.filter((paper) => paper.file !== null && items.some((item) => item.id === paper.itemId && isPublicPaper(paper, item, meeting)));
  if (own.length === 0) throw notFound();
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (const [index, { file }] of own.entries()) {
      const stored = await findFileBehindGuard(db(), partnership.id, file?.id);
      // numbered, because two papers may have files of one name
      yield { name: `${String(index + 1).padStart(2, "0")} ${stored.name}`, bytes: readBytes(stored.storageKey) };
    }
  }
  return downloadOf(`meeting-${dayOf(meeting.startsAt)}.zip`, "application/zip", zipOf(entries()));
}
