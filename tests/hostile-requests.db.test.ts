// Thousands of requests no page of ours makes, over HTTP, against the whole server: each is answered, none by a fault of ours,
// nothing is stored that should not be, and no memory stays behind. FOLKMOOT_HOSTILE says how many (npm run test:hostile:
// ten thousand); FOLKMOOT_SEED repeats a run.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FormDefinition } from "#app/forms/definition.ts";
import { makeApplication } from "#app/server.ts";
import { equalityForm } from "#app/consultations/equality-form.ts";
import { sendingForm } from "#app/consultations/sending-form.ts";
import { sendPass } from "#app/people/passes.store.server.ts";
import { databaseUrl, db, inTransaction, openDatabase } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { listenForDrops } from "#app/shared/published-pages.server.ts";
import { createPatientServer } from "#app/shared/patience.server.ts";
import { textInAll } from "#app/shared/words.server.ts";
import { assembleBuild } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, signInCookie, type BuiltConsultation, type BuiltPerson } from "#tests/support/factories.ts";
import { anyDefinition } from "#tests/support/any-forms.ts";
import { expectNothingStrange } from "#tests/support/hostile-invariants.ts";
import { anyHostileRequest, bytesOf, type Target } from "#tests/support/hostile-requests.ts";
import { faultIn } from "#tests/support/hostile-answers.ts";
import { listening, type Listening } from "#tests/support/listening.ts";
import { sendRaw } from "#tests/support/raw-http.ts";
import { Respondent } from "#tests/support/respondent.ts";
import { listUrls } from "#tests/support/urls.ts";

const howMany = Number(process.env.FOLKMOOT_HOSTILE ?? 300);
const seed = Number(process.env.FOLKMOOT_SEED ?? Date.now() % 2 ** 31);
const perTarget = 100;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

let server: Listening;
let port = 0;
let urls: Target["urls"] = [];
let drops: { stop: () => Promise<void> };

beforeAll(async () => {
  process.env.POSTS_PER_MINUTE = "1000000";
  process.env.TRUSTED_PROXIES = "1";
  // so that the pages of the demonstration answer too
  openDatabase({ url: databaseUrl(), isDemonstration: true });
  drops = listenForDrops();
  const build = await assembleBuild();
  urls = listUrls().map(({ path, file }) => ({ path, takesPosts: "action" in build.routes[file.replace(/\.tsx$/, "")]!.module }));
  server = await listening(createPatientServer(makeApplication(build, "/nowhere", "/nowhere")));
  port = server.port;
});

afterAll(async () => {
  server.stop();
  await drops.stop();
});

const roles = ["representative", "parish-clerk", "analyst", "administrator"] as const;

/** A partnership with a consultation of this form, and everybody who might come to it. */
async function buildTarget(definition: FormDefinition | undefined): Promise<Target> {
  const asked: FormDefinition | undefined = definition && {
    ...definition,
    // because nobody could send this form before having answered it
    sections: definition.sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, required: false })) })),
  };
  const consultation = await buildConsultation(asked ? { definition: asked } : {});
  const { partnership } = consultation;
  const outsider = await buildPerson({ role: "administrator" });
  const people: Record<string, BuiltPerson> = { outsider };
  for (const role of roles) people[role] = await buildPerson({ role, partnership, isDemonstration: true });
  const cookies = await Promise.all(Object.entries(people).map(async ([who, person]) => [who, (await signInCookie(person)).split(";", 1)[0]!] as const));
  const residents = await Promise.all(["resident", "respondent"].map(async (who) => [who, await draftCookies(consultation, who === "respondent")] as const));
  const forms = { asked: asked ?? (await usualForm(consultation)), sending: sendingForm(textInAll, {}), equality: equalityForm(textInAll) };
  return {
    urls,
    parts: {
      ":partnership": [...Array.from({ length: 12 }, () => partnership.slug), outsider.partnership!.slug],
      ":consultation": [consultation.id],
      ":document": [newId()],
      ":file": [newId()],
      ":language": ["en", "cy", "ur"],
      ":letter": [newId()],
      "*": ["nothing/here"],
      pass: [await inTransaction((transaction) => sendPass(transaction, { email: outsider.email, to: null, site: `http://127.0.0.1:${port}`, now: new Date() }))],
    },
    forms,
    visitors: { stranger: "", ...Object.fromEntries(cookies), ...Object.fromEntries(residents) },
    host: `127.0.0.1:${port}`,
  };
}

async function usualForm({ formId }: BuiltConsultation): Promise<FormDefinition> {
  const { definition } = await db().formVersion.findFirstOrThrow({ where: { formId } });
  return definition as FormDefinition;
}

async function draftCookies(consultation: BuiltConsultation, hasSent: boolean): Promise<string> {
  const person = new Respondent(consultation);
  await person.post("");
  if (hasSent) {
    await person.post("about-you", { as: "individual" });
    await person.post("permission", { publish: "unnamed", confidential: "no" });
    await person.post("check-answers");
  }
  return [...person.cookies.values()].join("; ");
}

type Measured = { statuses: Map<number, number>; heaps: number[] };

async function attack(target: Target, count: number, from: number, measured: Measured): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyHostileRequest(target), async (request) => {
      const began = performance.now();
      const answer = await sendRaw(port, bytesOf(request), { hangUp: request.isCutShort });
      const fault = faultIn(request, answer);
      const took = performance.now() - began;
      if (fault) throw new Error(`${request.name}\n${fault}\n${JSON.stringify(request.head.slice(0, 3000))}\n${JSON.stringify(request.body.toString("latin1").slice(0, 500))}`);
      if (took > 5000) throw new Error(`${request.name} took ${Math.round(took)} ms`);
      const status = answer?.status ?? 0;
      measured.statuses.set(status, (measured.statuses.get(status) ?? 0) + 1);
    }),
    { numRuns: count, seed: from },
  );
}

test(`${howMany} hostile requests are answered in words, and nothing of them stays (seed ${seed})`, async () => {
  const measured: Measured = { statuses: new Map(), heaps: [] };
  const definitions = fc.sample(anyDefinition, { numRuns: Math.ceil(howMany / perTarget), seed });
  for (let done = 0; done < howMany; done += perTarget) {
    const target = await buildTarget(done % (2 * perTarget) === 0 ? undefined : definitions[done / perTarget]);
    await attack(target, Math.min(perTarget, howMany - done), seed + done, measured);
    collectGarbage();
    measured.heaps.push(process.memoryUsage().heapUsed);
  }
  await expectNothingStrange();
  const statuses = Object.fromEntries([...measured.statuses].sort(([a], [b]) => a - b));
  const megabytes = measured.heaps.map((bytes) => Math.round(bytes / 1e5) / 10);
  if (howMany >= 5000) console.log(JSON.stringify({ howMany, seed, statuses, megabytes }));
  // because what is kept on purpose (forms, kept pages, limits) has been filled by then
  if (howMany >= 5000) expect(megabytes.at(-1)! - megabytes[Math.floor(megabytes.length / 2)]!).toBeLessThan(15);
}, 60_000 + howMany * 200);
