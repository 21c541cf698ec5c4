// The sample that a second person enters again without seeing the first entry, and what it says of how often entries are wrong.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findResponseForOfficer } from "#app/consultations/office-response.store.server.ts";
import { entriesPath } from "#app/consultations/office-paths.ts";
import { findFormVersion } from "#app/consultations/store.server.ts";
import { plain } from "#app/shared/typed.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countAccuracy, findShare, listDifferent, listDrawn, setShare } from "../again.store.server.ts";
import { beginEntry } from "../entry-drafts.store.server.ts";
import { findForEntering } from "../guard.server.ts";
import { againPath, differencesPath, entrySectionPath } from "../paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, signedIn } = await findForEntering(args);
  const share = await findShare(db(), consultation);
  return {
    title: titleOf(wordsFor(language).t("intake:again.title"), language, partnership),
    ...{ partnership, consultation, share },
    drawn: await listDrawn(db(), consultation, { personId: signedIn.personId, share }),
    different: await listDifferent(db(), consultation),
    accuracy: await countAccuracy(db(), consultation, share),
    isSame: new URL(args.request.url).searchParams.has("same"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, signedIn } = await findForEntering(args);
  const form = await readForm(args.request);
  const { personId } = signedIn;
  const wanted = form.get("response");
  if (wanted !== null) {
    const share = await findShare(db(), consultation);
    const drawn = await listDrawn(db(), consultation, { personId, share, most: 1000 });
    if (!drawn.some(({ id }) => id === wanted)) return redirect(againPath(partnership, consultation));
    const { id: responseId, formVersionId } = await findResponseForOfficer(db(), consultation, wanted);
    const { definition } = await findFormVersion(db(), formVersionId);
    const entryId = await beginEntry(db(), consultation, { formVersionId, personId, purpose: "again", responseId }, now);
    return redirect(entrySectionPath(partnership, consultation, entryId, definition.sections[0]?.id ?? ""));
  }
  const typed = (form.get("share") ?? "").slice(0, 10);
  const share = /^\d{1,3}$/.test(plain(typed)) ? Number(plain(typed)) : 101;
  if (share > 100) return data({ typed, problem: wordsFor(language).t("intake:problem.share-not-understood") }, { status: 422 });
  await inTransaction((transaction) => setShare(transaction, consultation, share, { personId, now }));
  return redirect(againPath(partnership, consultation));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function AgainPage() {
  const { partnership, consultation, share, drawn, different, accuracy, isSame } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, date, instant, share: asShare } = useWords();
  return (
    <>
      <BackLink to={entriesPath(partnership, consultation)} text={t("intake:back")} />
      <ErrorSummary errors={refused ? [{ href: "#share", text: refused.problem }] : []} />
      {isSame && <NotificationBanner kind="success">{t("intake:again.same")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("intake:again.title")}</PageHeading>
      <p className="govuk-body">{t("intake:again.lead")}</p>
      <p className="govuk-body">
        {t("intake:again.progress", { again: number(accuracy.again), drawn: number(accuracy.drawn), entered: number(accuracy.entered) })}
      </p>
      {accuracy.questions > 0 && (
        <p className="govuk-body">
          {t("intake:again.differing", {
            ...{ differing: number(accuracy.differing), questions: number(accuracy.questions) },
            share: asShare(accuracy.differing, accuracy.questions),
          })}{" "}
          {accuracy.questionsSettled > 0 &&
            t("intake:again.wrong", {
              ...{ wrong: number(accuracy.wrong), questions: number(accuracy.questionsSettled) },
              share: asShare(accuracy.wrong, accuracy.questionsSettled),
            })}
        </p>
      )}
      {different.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("intake:again.to-settle")}</h2>
          <ul className="govuk-list govuk-list--spaced">
            {different.map(({ id, sheet, differing }) => (
              <li key={id}>
                <PageLink to={differencesPath(partnership, consultation, id)}>
                  <bdi>{sheet ?? id}</bdi>
                </PageLink>{" "}
                {t("intake:again.differs-in", { count: differing, number: number(differing) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {drawn.length === 0 ? (
        <p className="govuk-body">{t("intake:again.none")}</p>
      ) : (
        <Table
          caption={t("intake:again.waiting")}
          stacks
          columns={[
            { key: "response", heading: t("intake:column.response") },
            { key: "channel", heading: t("intake:column.channel") },
            { key: "received", heading: t("intake:column.received") },
            { key: "entered", heading: t("intake:column.entered") },
            { key: "do", heading: t("intake:column.do") },
          ]}
          rows={drawn.map(({ id, sheet, channel, receivedAt, enteredAt }) => ({
            key: id,
            cells: [
              <bdi>{sheet ?? id}</bdi>,
              t(`consultations:channel.${channel}`),
              date(dayOf(receivedAt)),
              instant(enteredAt),
              <form method="post">
                <input type="hidden" name="response" value={id} />
                <button type="submit" className="link-button">
                  {t("intake:again.begin")}
                  <span className="govuk-visually-hidden"> ({sheet ?? id})</span>
                </button>
              </form>,
            ],
          }))}
        />
      )}
      <form method="post" noValidate>
        <TextField
          name="share"
          width={3}
          inputMode="numeric"
          labelSize="s"
          label={t("intake:again.share")}
          hint={t("intake:again.share-hint")}
          value={refused?.typed ?? String(share)}
          error={refused?.problem}
        />
        <Button look="secondary">{t("intake:again.set")}</Button>
      </form>
    </>
  );
}
