// A candidate's own page, which the link of every letter to them opens: they say that they stand, see what has become of their nomination,
// change their words, withdraw, and answer questions. Opening it changes nothing, because programs that check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findFileBehindGuard } from "#app/files/store.server.ts";
import { readUpload, type Upload } from "#app/files/upload.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { readPosted, type Entries } from "#app/forms/entries.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { languages } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { badRequest, notFound, tooMany } from "#app/shared/responses.server.ts";
import { textAsTyped } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { mayWithdraw } from "../election.ts";
import { electionState, findPublicElection, standingOf, type Election } from "../elections.store.server.ts";
import { answerQuestion, listPut } from "../hustings.store.server.ts";
import { areHustingsOpen, readAnswer, type HustingsProblem } from "../hustings.ts";
import { listHustings } from "../hustings-meetings.store.server.ts";
import { mostPhotoBytes, ownAsTyped, ownDefinition, readOwn, type Refusal } from "../nomination-form.ts";
import { areNominationsOpen, nominationState, supportParts } from "../nomination.ts";
import { changeNomination, consent, findByCandidateLink, holdNomination, refuse, withdrawNomination, type Nomination } from "../nominations.store.server.ts";
import { findServed } from "../served.store.server.ts";
import { electionPath } from "../paths.ts";
import { takePhoto } from "../photo.server.ts";
import { say } from "../say.server.ts";
import { listChoosable, replaceSupporter } from "../supports.store.server.ts";
import { nominationsCloseAt } from "../timetable.ts";
import { CandidatePage, type CandidateShown } from "../ui/candidate-page.tsx";

type Args = Pick<LoaderFunctionArgs, "params" | "request" | "context">;

async function find({ params, context: { address } }: Args) {
  if (!(await isWithinLimit("election link", address, 120, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  return { partnership, election: await findPublicElection(db(), partnership.id, params.election) };
}

const asks = ["change", "withdraw", "refuse", "answer", "supporter"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election } = await find(args);
  const query = new URL(args.request.url).searchParams;
  const token = query.get("key") ?? "";
  const words = wordsFor(language);
  const nomination = await findByCandidateLink(db(), election, token);
  const title = (name: string) => titleOf(words.t(`candidates:mine.${name}.title`), language, partnership);
  const base = { partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title }, token };
  if (!nomination) return data({ title: title(query.has("refused") ? "refused" : "dead"), shown: { ...base, view: query.has("refused") ? "refused" : "dead" } as CandidateShown }, { status: query.has("refused") ? 200 : 410 });
  const state = nominationState(nomination, election.supporters);
  const standing = standingOf(election);
  const [isOpen, mayLeave, answers] = [areNominationsOpen(standing, now), mayWithdraw(standing, now), areHustingsOpen(electionState(election, now))];
  const ask = asks.find((one) => one === query.get("ask")) ?? null;
  const isConsenting = nomination.consentedAt === null;
  const mayWrite = isOpen && nomination.withdrawnAt === null;
  const questions = nomination.number === null ? [] : (await listPut(db(), election, query.get("after"))).questions;
  const asked = ask === "answer" && answers ? (questions.find(({ id }) => id === query.get("question")) ?? null) : null;
  const declined = ask === "supporter" && mayWrite && !isConsenting ? nomination.supports.find(({ part, declinedAt }) => part === query.get("part") && declinedAt !== null) : undefined;
  const { timetable } = election;
  const shown: CandidateShown = {
    ...{ ...base, view: nomination.withdrawnAt !== null ? "withdrawn" : isConsenting ? "asked" : "mine", state, isDone: query.get("done") },
    nomination: ownOf(nomination),
    supports: nomination.supports.map(({ part, organisation, confirmedAt, declinedAt }) => ({ part, organisation, said: declinedAt ? "declined" : confirmedAt ? "confirmed" : "asked" })),
    ask: (ask === "answer" && !asked) || ask === "supporter" ? null : ask === "change" && !mayWrite ? null : ask === "withdraw" && !mayLeave ? null : ask,
    ...{ mayWrite, mayWithdraw: mayLeave, closes: timetable ? words.instant(nominationsCloseAt(timetable)) : "", withdrawUntil: timetable ? words.date(timetable.withdrawalsUntil) : "" },
    definition: mayWrite && (isConsenting || ask === "change") ? ownDefinition(election, isConsenting, say) : null,
    entries: { ...ownAsTyped(nomination, election.reserves), ...(await photoEntries(election, nomination)) },
    replacing: declined ? { part: declined.part, organisation: declined.organisation, members: await listOthers(election, nomination, now) } : null,
    ...{ hasPhoto: nomination.photoId !== null, served: await findServed(db(), election, nomination), servedRule: election.servedRule },
    questions: questions.map((one) => ({ id: one.id, text: one.text, answer: one.answers.find(({ nominationId }) => nominationId === nomination.id)?.text ?? null })),
    areAnswersOpen: answers,
    ...{ now, meetings: (await listHustings(db(), election)).filter(({ endsAt }) => endsAt > now) },
    asked: asked && { id: asked.id, text: asked.text, entries: textAsTyped("answer", asked.answers.find(({ nominationId }) => nominationId === nomination.id)?.text ?? {}) },
  };
  return data({ title: title(shown.view), shown }, {});
}

const ownOf = ({ name, organisation, by, number, ruling, reason, statement, language }: Nomination) => ({ name, organisation, by, number, ruling, reason, statement, language });

/** Members that do not stand behind a nomination and were not asked to. */
async function listOthers(election: Election, { supports }: Nomination, now: Date) {
  return (await listChoosable(db(), election, now)).filter(({ id }) => !supports.some(({ memberId }) => memberId === id)).map(({ id, name }) => ({ id, name }));
}

async function photoEntries({ partnershipId }: Election, { photoId }: Nomination): Promise<Entries> {
  if (photoId === null) return {};
  const { name } = await findFileBehindGuard(db(), partnershipId, photoId);
  return { "photo.name": [name] };
}

export const headers = () => ({ "Cache-Control": "private, no-store" });

type Refused = { noSupporter: true; problems?: undefined; refusal?: undefined } | { kept: string; refusal: Refusal; entries: Entries; problems?: undefined } | { problems: HustingsProblem[]; entries: Record<string, string>; refusal?: undefined };

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election } = await find(args);
  const upload = await readUpload(args.request, { mostBytes: mostPhotoBytes });
  const token = upload.fields.get("key") ?? "";
  const deed = upload.fields.get("deed");
  const found = await findByCandidateLink(db(), election, token);
  // The loader then says that the link is dead.
  if (!found) return data(null, { status: 410 });
  const back = (query: Record<string, string> = {}) => redirect(electionPath(partnership, election, "candidate", { key: token, ...query }));
  const standing = standingOf(election);
  const changing = { partnership, election, now };
  if (deed === "answer") return answer(election, found, upload, now, back);
  if (deed === "withdraw" || deed === "refuse") {
    const isRefusing = deed === "refuse";
    await inTransaction(async (transaction) => {
      const nomination = await holdNomination(transaction, election, found.id);
      if (isRefusing && nomination.consentedAt === null) await refuse(transaction, { ...changing, nomination });
      if (!isRefusing && nomination.withdrawnAt === null && mayWithdraw(standing, now)) await withdrawNomination(transaction, { ...changing, nomination });
    });
    return back(isRefusing ? { refused: "yes" } : {});
  }
  if (deed !== "consent" && deed !== "change" && deed !== "replace") throw badRequest();
  if (!areNominationsOpen(standing, now)) return back();
  if (deed === "replace") {
    const part = supportParts.find((one) => one === upload.fields.get("part"));
    const isReplaced = await inTransaction(async (transaction) => {
      const nomination = await holdNomination(transaction, election, found.id);
      const said = nomination.supports.find((one) => one.part === part);
      // pressed twice, it was done before
      if (nomination.withdrawnAt !== null || nomination.consentedAt === null || !said?.declinedAt) return true;
      const other = (await listOthers(election, nomination, now)).find(({ id }) => id === upload.fields.get("member"));
      if (other) await replaceSupporter(transaction, { partnership, election, nomination }, said.part, other.id);
      return other !== undefined;
    });
    return isReplaced ? back({ done: "replaced" }) : data<Refused>({ noSupporter: true }, { status: 422 });
  }
  const definition = ownDefinition(election, deed === "consent", say);
  const taken = await takePhoto(upload, election, args.context);
  const isRemoved = upload.fields.has("photo.remove");
  const photo = taken.photo ?? (isRemoved || found.photoId === null ? "none" : "same");
  const entries = { ...(photo === "same" ? await photoEntries(election, found) : {}), ...readPosted(questionsOf(definition), upload.fields), ...taken.entries };
  const read = readOwn(definition, entries, election, photo !== "none");
  if (!read.ok || taken.errors.length > 0) {
    const refusal: Refusal = { errors: [...(read.ok ? [] : read.problem.errors), ...taken.errors], problems: [] };
    return data<Refused>({ entries, kept: taken.kept, refusal }, { status: 422 });
  }
  await inTransaction(async (transaction) => {
    const nomination = await holdNomination(transaction, election, found.id);
    if (nomination.withdrawnAt !== null) return;
    const save = nomination.consentedAt === null ? consent : changeNomination;
    await save(transaction, { ...changing, nomination }, read.value, photo);
  });
  return back({ done: deed === "consent" ? "agreed" : "changed" });
}

async function answer(election: Election, found: Nomination, { fields }: Upload, now: Date, back: (query: Record<string, string>) => Response) {
  if (found.number === null || !areHustingsOpen(electionState(election, now))) return back({});
  const entries = Object.fromEntries(languages.map((language) => [`answer-${language}`, fields.get(`answer-${language}`) ?? ""]));
  const read = readAnswer(entries);
  if (!read.ok) return data<Refused>({ problems: read.problem, entries }, { status: 422 });
  const isAnswered = await inTransaction((transaction) => answerQuestion(transaction, election, found, fields.get("question") ?? "", { text: read.value, now }));
  if (!isAnswered) throw notFound();
  return back({ done: "answered" });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function OwnPage() {
  const { shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as Refused | null | undefined;
  return <CandidatePage shown={shown as CandidateShown} refused={refused ?? null} />;
}
