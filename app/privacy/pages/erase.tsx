// Shows what erasing would take of each thing that is held of somebody, what must stay and why; and does it once it is confirmed.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { recordSight, requireRequest } from "../guard.server.ts";
import { writeRef } from "../holding.ts";
import { describeHeld, holdingOf } from "../holdings.server.ts";
import { requestPath } from "../paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const keeper = await requireRequest(args);
  const { partnership, request, words } = keeper;
  const things = await describeHeld(db(), { ...keeper, refs: request.subject });
  await recordSight(keeper, "personal-data.read", { requestId: request.id }, { count: things.length });
  return {
    ...{ partnership, backTo: requestPath(partnership, request.id), title: titleOf(words.t("privacy:erase.title"), words.language, partnership) },
    things: things.map((thing) => ({
      ...{ ref: writeRef(thing), kind: thing.kind, name: thing.name, goes: thing.goes, stays: thing.stays },
      ...{ refusal: thing.refusal, mayLoseWords: thing.mayLoseWords },
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const keeper = await requireRequest(args);
  const { partnership, request, words } = keeper;
  const form = await readForm(args.request);
  const [chosen, withoutWords] = [form.getAll("thing"), form.getAll("words")];
  const things = await describeHeld(db(), { ...keeper, refs: request.subject });
  const wanted = things.filter((thing) => thing.refusal === null && chosen.includes(writeRef(thing)));
  if (wanted.length === 0) return data({ chosen, words: withoutWords, at: "thing" as const, error: words.t("privacy:erase.error.nothing") }, { status: 422 });
  if (form.get("sure") !== "yes") return data({ chosen, words: withoutWords, at: "sure" as const, error: words.t("privacy:erase.error.unsure") }, { status: 422 });
  for (const thing of wanted) {
    await holdingOf(thing.kind).erase({ ...keeper, id: thing.id, withWords: withoutWords.includes(writeRef(thing)) });
  }
  return redirect(requestPath(partnership, request.id, { done: "erased" }));
}

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ErasePage() {
  const { partnership, things, backTo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const nameOf = ({ kind, name }: (typeof things)[number]) => `${t(`privacy:held-one.${kind}`)} ${name}`;
  const erasable = things.filter(({ refusal }) => refusal === null);
  const kept = things.filter(({ refusal }) => refusal !== null);
  const wordy = erasable.filter(({ mayLoseWords }) => mayLoseWords);
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary errors={refused ? [{ href: `#${refused.at}`, text: refused.error }] : []} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("privacy:erase.title")}</PageHeading>
      <p className="govuk-body">{t("privacy:erase.law")}</p>
      {things.length === 0 && <p className="govuk-body">{t("privacy:request.nothing-left")}</p>}
      {kept.map((thing) => (
        <section key={thing.ref}>
          <h2 className="govuk-heading-s">
            <bdi>{nameOf(thing)}</bdi>
          </h2>
          <p className="govuk-body">{thing.refusal}</p>
        </section>
      ))}
      {erasable.length > 0 && (
        <form method="post" noValidate>
          <Checkboxes
            name="thing"
            label={t("privacy:erase.choose")}
            values={refused?.chosen ?? erasable.map(({ ref }) => ref)}
            error={refused?.at === "thing" ? refused.error : undefined}
            choices={erasable.map((thing) => ({
              value: thing.ref,
              label: nameOf(thing),
              hint: [...thing.goes.map((text) => t("privacy:erase.goes", { text })), ...thing.stays.map((text) => t("privacy:erase.stays", { text }))].join(" "),
            }))}
          />
          {wordy.length > 0 && (
            <Checkboxes
              name="words"
              label={t("privacy:erase.words")}
              hint={t("privacy:erase.words-hint")}
              values={refused?.words ?? []}
              choices={wordy.map((thing) => ({ value: thing.ref, label: nameOf(thing) }))}
            />
          )}
          <WarningText>{t("privacy:erase.warning")}</WarningText>
          <Checkboxes
            name="sure"
            label={t("privacy:erase.sure")}
            labelSize="s"
            error={refused?.at === "sure" ? refused.error : undefined}
            choices={[{ value: "yes", label: t("privacy:erase.yes") }]}
          />
          <ButtonGroup>
            <Button look="warning">{t("privacy:erase.go")}</Button>
            <PageLink to={backTo}>{t("privacy:erase.no")}</PageLink>
          </ButtonGroup>
        </form>
      )}
    </>
  );
}
