// The versions of a codeframe that were published, two of them to be compared, and the next to be published.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findFramePage } from "../code-page.server.ts";
import { longestVersionNote } from "../codeframe-version.ts";
import { holdCodeframe } from "../codeframes.store.server.ts";
import { codeframePath, codeframeVersionsPath } from "../paths.ts";
import { countByVersion, listFrameVersions, publishVersion } from "../versions.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, frame } = await findFramePage(args);
  const versions = await listFrameVersions(db(), frame);
  const names = await listNames(db(), versions.map(({ publishedById }) => publishedById));
  const given = await countByVersion(db(), frame);
  const { t } = wordsFor(language);
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    title: titleOf(t("recoding:versions.title-of", { name: within(frame.name, { language }) }), language, partnership),
    ...{ partnership, consultation, frame: { id: frame.id, name: frame.name }, before: given.get(0) ?? 0, done: done === "published" || done === "same" ? done : null },
    versions: versions.map(({ publishedById, ...version }) => ({ ...version, who: names.get(publishedById) ?? t("reading:somebody"), given: given.get(version.number) ?? 0 })),
    back: codeframePath(partnership, consultation, frame),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, frame, signedIn } = await findFramePage(args);
  const note = passage((await readForm(args.request)).get("note") ?? "");
  if (note === "") return data({ problem: "note-missing" as const, note }, { status: 422 });
  if ([...note].length > longestVersionNote) return data({ problem: "note-too-long" as const, note }, { status: 422 });
  const number = await inTransaction(async (transaction) => {
    const held = await holdCodeframe(transaction, consultation, frame.id);
    return publishVersion(transaction, { frame: held, personId: signedIn.personId, now }, note);
  });
  return redirect(`${codeframeVersionsPath(partnership, consultation, frame)}?done=${number === null ? "same" : "published"}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeframeVersionsPage() {
  const { partnership, consultation, frame, versions, before, done, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const error = refused && t(`recoding:versions.${refused.problem}`, { most: number(longestVersionNote) });
  const options = versions.map((version) => ({ value: String(version.number), label: t("recoding:versions.version", { version: number(version.number) }) }));
  return (
    <>
      <BackLink to={back} text={t("codeframe:code.back")} />
      <ErrorSummary errors={error ? [{ href: "#note", text: error }] : []} />
      {done && !refused && <NotificationBanner kind={done === "published" ? "success" : "important"}>{t(`recoding:versions.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={frame.name} />}>{t("recoding:versions.title")}</PageHeading>
      <p className="govuk-body">{t("recoding:versions.lead")}</p>
      {before > 0 && <p className="govuk-body">{t("recoding:versions.before-first", { codings: number(before) })}</p>}
      {versions.length > 0 && (
        <>
          <Table
            caption={t("recoding:versions.caption")}
            stacks
            columns={[
              { key: "version", heading: t("codeframe:column.version") },
              { key: "note", heading: t("recoding:versions.note") },
              { key: "who", heading: t("recoding:changes.who") },
              { key: "given", heading: t("recoding:versions.given"), numeric: true },
            ]}
            rows={versions.map((version) => ({
              key: String(version.number),
              cells: [
                <PageLink key="version" to={codeframeVersionsPath(partnership, consultation, frame, version.number)}>
                  {t("recoding:versions.version", { version: number(version.number) })}
                </PageLink>,
                <bdi key="note">{version.note}</bdi>,
                <div key="who">
                  <bdi>{version.who}</bdi>, {instant(version.publishedAt)}
                </div>,
                number(version.given),
              ],
            }))}
          />
          <h2 className="govuk-heading-m">{t("recoding:compare.heading")}</h2>
          <form method="get" action={codeframeVersionsPath(partnership, consultation, frame, "compare")} noValidate>
            <Select name="from" label={t("recoding:compare.from")} value={String(versions[1]?.number ?? versions[0]!.number)} options={options} />
            <Select name="to" label={t("recoding:compare.to")} value="now" options={[{ value: "now", label: t("recoding:compare.now") }, ...options]} />
            <Button look="secondary">{t("recoding:compare.do")}</Button>
          </form>
        </>
      )}
      <form method="post" noValidate>
        <h2 className="govuk-heading-m">{t("recoding:versions.publish-heading")}</h2>
        <Textarea name="note" rows={3} label={t("recoding:versions.note-label")} hint={t("recoding:versions.note-hint", { most: number(longestVersionNote) })} value={refused?.note} error={error} />
        <Button>{t("recoding:versions.publish")}</Button>
      </form>
    </>
  );
}
