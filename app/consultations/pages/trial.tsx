// "Try it": an officer answers the working copy as residents will, and sees what would have been stored. Nothing is.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readUpload } from "#app/files/upload.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { within } from "#app/forms/wording.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { examineAnswerFiles } from "../answer-files.server.ts";
import { findNoticeTexts } from "../notices.store.server.ts";
import { maySeeOffice } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { officeConsultationPath, trialPath } from "../office-paths.ts";
import { neverKept } from "../responding.server.ts";
import { findNewestDefinition } from "../store.server.ts";
import { trialPage } from "../trial-page.ts";
import { nothingTyped, placeOf, questionsAt, readCarried, turn } from "../trial.ts";
import { AnsweringPage } from "../ui/answering-page.tsx";
import { EqualityAsked } from "../ui/equality-asked.tsx";
import { EqualityPage } from "../ui/equality-page.tsx";
import { SendingPage } from "../ui/sending-page.tsx";
import { Along, TrialBanner, TrialCheck, TrialStart, TrialStored } from "../ui/trial.tsx";

const mostFiles = 20;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation } = await findForOffice(args, maySeeOffice);
  const words = wordsFor(language);
  const definition = await findNewestDefinition(db(), consultation.formId);
  const begun = { trial: nothingTyped, place: { kind: "start" as const }, errors: [] };
  return {
    title: titleOf(words.t("trial:of", { title: within(consultation.title, words) }), language, partnership),
    notices: await findNoticeTexts(db(), consultation),
    ...{ partnership, consultation, shown: trialPage({ definition, asksEquality: consultation.asksEquality, say: textInAll }, begun) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { consultation } = await findForOffice(args, maySeeOffice);
  const definition = await findNewestDefinition(db(), consultation.formId);
  const { fields, files } = await readUpload(args.request, { mostFiles });
  const place = placeOf(fields.get("_at") ?? "");
  const tried = { definition, asksEquality: consultation.asksEquality, say: textInAll };
  const trial = readCarried(tried, fields);
  const questions = questionsAt(tried, trial, place, (field) => fields.has(field));
  const taken = await examineAnswerFiles(questions, files);
  const shown = trialPage(tried, turn(tried, trial, place, fields, taken));
  const isWrong = "errors" in shown ? shown.errors.length > 0 : shown.kind === "ask" ? shown.isUnsaid : shown.kind === "check" && !shown.checked.mayBeSent;
  return data({ shown }, { status: isWrong ? 422 : 200 });
}

export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function TrialOfConsultation() {
  const { partnership, consultation, notices, ...loaded } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const shown = useActionData<typeof action>()?.shown ?? loaded.shown;
  const [office, again] = [officeConsultationPath(partnership, consultation), trialPath(partnership, consultation)];
  const { title } = consultation;
  if (shown.kind === "start") {
    return (
      <>
        <BackLink to={office} text={t("trial:back")} />
        <TrialStart consultation={title} shown={shown} />
      </>
    );
  }
  const asked = { consultation: title, maySave: false, carried: <Along {...shown} /> };
  return (
    <>
      <TrialBanner stopAt={office} />
      {shown.kind === "questions" && <AnsweringPage {...shown} {...asked} />}
      {shown.kind === "sending" && <SendingPage {...shown} {...asked} notices={notices} />}
      {shown.kind === "ask" && <EqualityAsked consultation={title} isMissing={shown.isUnsaid} carried={asked.carried} />}
      {shown.kind === "equality" && <EqualityPage {...shown} carried={asked.carried} />}
      {shown.kind === "check" && <TrialCheck consultation={title} shown={shown} />}
      {shown.kind === "stored" && <TrialStored consultation={title} shown={shown} againAt={again} />}
    </>
  );
}
