import { expect, test } from "vitest";
import { loader as loadDocument } from "#app/consultations/pages/document.tsx";
import { loader as loadList } from "#app/consultations/pages/list.tsx";
import { loader as loadRead } from "#app/consultations/pages/read.tsx";
import { saveFile } from "#app/files/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildConsultation, buildPartnership, type BuiltConsultation } from "#tests/support/factories.ts";
import { answerOf, argsOf, get } from "#tests/support/requests.ts";

const day = 86_400_000;
const now = new Date();

type Listed = { consultations: { id: string }[]; nextAfter: string | null };

const list = (slug: string, query = "") =>
  answerOf<Listed>(loadList(argsOf(get(`/${slug}/consultations${query}`), { params: { partnership: slug }, now })));

function read(consultation: BuiltConsultation, params: Record<string, string> = {}) {
  const given = { partnership: consultation.partnership.slug, consultation: consultation.id, ...params };
  return answerOf<{ definition: unknown; documents: unknown[] }>(loadRead(argsOf(get("/"), { params: given, now })));
}

test("the list shows what is published: open first, then what is to come, then what is over", async () => {
  const partnership = await buildPartnership();
  const at = (days: number) => new Date(now.getTime() + days * day);
  const over = await buildConsultation({ partnership, opensAt: at(-60), closesAt: at(-30) });
  const coming = await buildConsultation({ partnership, opensAt: at(10), closesAt: at(40), publishedAt: now });
  const open = await buildConsultation({ partnership });
  await buildConsultation({ partnership, publishedAt: null });
  const shown = await list(partnership.slug);
  expect(shown.body.consultations.map(({ id }) => id)).toEqual([open.id, coming.id, over.id]);
});

test("a long list goes on page by page, and an address that means nothing shows its beginning", async () => {
  const partnership = await buildPartnership();
  for (let index = 0; index < 22; index += 1) await buildConsultation({ partnership });
  const first = await list(partnership.slug);
  expect(first.body.consultations).toHaveLength(20);
  const second = await list(partnership.slug, `?after=${first.body.nextAfter}`);
  expect(second.body.consultations).toHaveLength(2);
  expect(second.body.nextAfter).toBeNull();
  expect((await list(partnership.slug, "?after=nothing")).body.consultations).toHaveLength(20);
});

test("a consultation that is not published is found by nobody, nor under another partnership", async () => {
  const hidden = await buildConsultation({ publishedAt: null });
  expect((await read(hidden)).status).toBe(404);
  const open = await buildConsultation();
  expect((await read(open, { partnership: hidden.partnership.slug })).status).toBe(404);
  expect((await read(open)).status).toBe(200);
});

test("the page of a consultation is kept until it closes at the latest", async () => {
  const closesAt = new Date(now.getTime() + 60_000);
  const consultation = await buildConsultation({ closesAt });
  const kept = (await read(consultation)).headers.get("X-Folkmoot-Keep") ?? "";
  expect(kept).toBe(`${consultation.partnership.id} ${closesAt.getTime()}`);
});

test("a document of a published consultation can be had by anyone, one of another consultation cannot", async () => {
  const consultation = await buildConsultation();
  const { id: partnershipId, slug } = consultation.partnership;
  const file = await saveFile(db(), { partnershipId, visibility: "public", name: "draft.txt", bytes: Buffer.from("The draft") });
  if (!file.ok) throw new Error("not taken");
  const id = newId();
  await db().consultationDocument.create({
    data: {
      ...{ id, partnershipId, consultationId: consultation.id, fileId: file.value.id, place: 1 },
      ...{ title: { en: "The draft strategy" }, language: "en", format: "plain_text" },
    },
  });
  expect((await read(consultation)).body.documents).toMatchObject([{ id, language: "en", file: { sizeInBytes: 9 } }]);
  const ask = (params: Record<string, string>) =>
    answerOf(loadDocument(argsOf(get("/"), { params: { partnership: slug, consultation: consultation.id, document: id, ...params }, now })));
  expect((await ask({})).status).toBe(200);
  expect((await ask({ document: "nothing" })).status).toBe(404);
  const other = await buildConsultation({ partnership: consultation.partnership });
  expect((await ask({ consultation: other.id })).status).toBe(404);
});
