// One answer that was raised: the answer, who raised it, how to reach whoever wrote it, and what the contacts did.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findConsultationForOfficer, listTitles, listVersions } from "#app/consultations/store.server.ts";
import { describeAnswer } from "#app/forms/describe.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { safeguardingPath } from "#app/partnerships/paths.ts";
import { listNames } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { doToCase, openCase } from "../cases.store.server.ts";
import { requireContact } from "../guard.server.ts";
import { casePath } from "../paths.ts";
import { deeds, isDeed, isTimely, longestNote } from "../safeguarding-case.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, personId } = await requireContact(args);
  const found = await openCase(db(), partnership.id, args.params.case, personId);
  const words = wordsFor(language);
  const { formId } = await findConsultationForOfficer(db(), partnership.id, found.consultationId);
  const questions = (await listVersions(db(), formId)).flatMap(({ definition }) => questionsOf(definition));
  const question = questions.find(({ id }) => id === found.questionId);
  const names = await listNames(db(), [found.raisedById, ...found.notes.map((note) => note.personId)]);
  const nameOf = (id: string) => names.get(id) ?? words.t("safeguarding:nobody");
  const personal = Object.entries(found.contact.personal).flatMap(([id, answer]) => {
    const asked = questions.find((one) => one.id === id);
    return asked ? [{ label: asked.label, text: describeAnswer(asked, answer, words).map(({ text }) => text.text).join("\n") }] : [];
  });
  return {
    title: titleOf(words.t("safeguarding:case.title", { at: words.instant(found.raisedAt) }), language, partnership),
    heading: words.t("safeguarding:case.title", { at: words.instant(found.raisedAt) }),
    ...{ partnership, personal },
    consultation: (await listTitles(db(), partnership.id, [found.consultationId])).get(found.consultationId) ?? {},
    question: question?.label ?? {},
    lines: question ? describeAnswer(question, found.answer, words).map(({ text }) => text.text) : [],
    about: {
      ...{ id: found.id, responseId: found.responseId, name: found.contact.name, email: found.contact.email },
      ...{ organisation: found.contact.organisation?.name ?? null, releasedAt: found.releasedAt, closedAt: found.closedAt },
    },
    raisedBy: nameOf(found.raisedById),
    notes: found.notes.map(({ id, at, text, personId: by }) => ({ id, at, text, who: nameOf(by) })),
    may: deeds.filter((deed) => isTimely(deed, found)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, personId } = await requireContact(args);
  const found = await openCase(db(), partnership.id, args.params.case, personId);
  const form = await readForm(args.request, { longest: longestNote });
  const deed = form.get("deed");
  if (!isDeed(deed)) throw badRequest();
  const text = passage(form.get("text") ?? "");
  // because whoever reads it later must know why it was let go or closed
  if (text === "" && deed !== "reopen") return data({ problem: wordsFor(language).t("safeguarding:case.note-missing") }, { status: 422 });
  if (isTimely(deed, found)) await inTransaction((transaction) => doToCase(transaction, partnership.id, found, { deed, text, personId, now }));
  return redirect(casePath(partnership, found.id));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CasePage() {
  const { partnership, heading, consultation, question, lines, about, personal, raisedBy, notes, may } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, instant } = useWords();
  const contact = [
    { key: "name", label: t("safeguarding:case.name"), value: about.name },
    { key: "email", label: t("safeguarding:case.email"), value: about.email },
    { key: "organisation", label: t("safeguarding:case.organisation"), value: about.organisation },
  ].filter(({ value }) => value !== null);
  return (
    <>
      <BackLink to={safeguardingPath(partnership)} text={t("safeguarding:case.back")} />
      <ErrorSummary errors={refused ? [{ href: "#text", text: refused.problem }] : []} />
      <PageHeading caption={<InLanguage text={consultation} />}>{heading}</PageHeading>
      <p className="govuk-body">{t("safeguarding:case.by", { who: raisedBy, id: about.responseId })}</p>
      <p className="govuk-body">{about.releasedAt ? t("safeguarding:case.released", { at: instant(about.releasedAt) }) : t("safeguarding:case.held")}</p>
      {about.closedAt && <p className="govuk-body">{t("safeguarding:case.closed", { at: instant(about.closedAt) })}</p>}
      <h2 className="govuk-heading-m">
        <InLanguage text={question} />
      </h2>
      <InsetText>
        {lines.map((line, index) => (
          <div key={index} className="plain-text" dir="auto">
            {line}
          </div>
        ))}
      </InsetText>
      <h2 className="govuk-heading-m">{t("safeguarding:case.contact")}</h2>
      {contact.length + personal.length === 0 ? (
        <p className="govuk-body">{t("safeguarding:case.no-contact")}</p>
      ) : (
        <SummaryList
          rows={[
            ...contact.map(({ key, label, value }) => ({ key, label, value: <bdi>{value}</bdi> })),
            ...personal.map(({ label, text }, index) => ({
              key: `own-${index}`,
              label: <InLanguage text={label} />,
              value: <div className="plain-text" dir="auto">{text}</div>,
            })),
          ]}
        />
      )}
      <h2 className="govuk-heading-m">{t("safeguarding:case.notes")}</h2>
      {notes.length === 0 && <p className="govuk-body">{t("safeguarding:case.no-notes")}</p>}
      {notes.map(({ id, at, text, who }) => (
        <section key={id}>
          <h3 className="govuk-heading-s">{t("safeguarding:case.note-by", { at: instant(at), who })}</h3>
          <div className="govuk-body plain-text" dir="auto">
            {text}
          </div>
        </section>
      ))}
      <form method="post" noValidate>
        <Textarea name="text" rows={4} label={t("safeguarding:case.note")} labelSize="s" hint={t("safeguarding:case.note-hint")} error={refused?.problem} />
        <ButtonGroup>
          {may.map((deed) => (
            <Button key={deed} name="deed" value={deed} look={deed === "note" ? "main" : "secondary"}>
              {t(`safeguarding:deed.${deed}`)}
            </Button>
          ))}
        </ButtonGroup>
      </form>
    </>
  );
}
