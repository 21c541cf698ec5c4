// A file that somebody sent as an answer, for those who read the answers; who had it is recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/files/download.server.ts";
import { findFileBehindGuard } from "#app/files/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { mayReadAnswers } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { isFileOfResponses } from "../results.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayReadAnswers);
  const file = await findFileBehindGuard(db(), partnership.id, args.params.file);
  if (!(await isFileOfResponses(db(), consultation.id, file.id))) throw notFound();
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "answer-file.read" },
    ...{ subjectKind: "file", subjectId: file.id, facts: { consultationId: consultation.id } },
  });
  return fileAnswer(args.request, file);
}
