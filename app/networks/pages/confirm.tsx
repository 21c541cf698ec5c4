// Where the link leads of the yearly letter to a member: it says that it still belongs and who votes for it, or that it leaves.
// Opening it changes nothing, because programs that check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { networkPath } from "#app/bodies/public-paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { confirmBelonging, findMemberByLink, leaveBySelf } from "../confirming.store.server.ts";
import { detailsAsTyped, readDetails } from "../details.ts";
import { findNetwork } from "../networks.store.server.ts";
import { confirmLinkPath } from "../paths.ts";
import { DelegateFields } from "../ui/delegate-fields.tsx";

async function findNamed({ params, context: { address } }: Pick<LoaderFunctionArgs, "params" | "context">) {
  if (!(await isWithinLimit("network link", address, 60, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  return { partnership, network: await findNetwork(db(), partnership.id, params.network) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, network } = await findNamed(args);
  const search = new URL(args.request.url).searchParams;
  const token = search.get("key") ?? "";
  const member = await findMemberByLink(db(), network, token);
  const state = member ? "asked" : search.has("left") ? "left" : "dead";
  const words = wordsFor(language);
  const name = member ? textIn(member.organisation.name, language).text : "";
  return data(
    {
      title: titleOf(words.t(`networks:confirm.${state}.title`, { name }), language, partnership),
      ...{ partnership, network, state, token, name, isDone: search.has("done"), asks: member !== null && search.get("ask") === "leave" },
      confirmedOn: member && words.date(member.confirmedOn),
      entries: detailsAsTyped(member),
    },
    { status: state === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, network } = await findNamed(args);
  const form = await readForm(args.request);
  const token = form.get("key") ?? "";
  const entries = Object.fromEntries(form);
  const done = await inTransaction(async (transaction): Promise<"dead" | "left" | "done" | Refused> => {
    const member = await findMemberByLink(transaction, network, token);
    if (!member) return "dead";
    if (form.get("deed") === "leave") {
      await leaveBySelf(transaction, partnership.id, member, now);
      return "left";
    }
    const read = readDetails(entries, []);
    if (!read.ok) return { entries, problems: read.problem, clashes: [], now: {} };
    if (read.value.delegate === null) return { entries, problems: [{ field: "delegate-name", code: "delegate-name" }], clashes: [], now: {} };
    await confirmBelonging(transaction, partnership.id, member, read.value, now);
    return "done";
  });
  // The loader then says that the link is dead.
  if (done === "dead") return data(null, { status: 410 });
  if (typeof done !== "string") return data(done, { status: 422 });
  return redirect(confirmLinkPath(partnership, network, token, { [done]: "yes" }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ConfirmPage() {
  const { partnership, network, state, token, name, isDone, asks, confirmedOn, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? undefined;
  const { t } = useWords();
  const fields = useFields({ say: (input) => t(`networks:field.${input.split("-")[1]}`), sayProblem: (code, values) => t(`networks:problem.${code}`, values) }, { loaded: loaded.entries, refused });
  const caption = <InLanguage text={network.name} />;
  const here = confirmLinkPath(partnership, network, token);
  if (state !== "asked") {
    return (
      <>
        <PageHeading caption={caption}>{t(`networks:confirm.${state}.title`)}</PageHeading>
        <p className="govuk-body">{t(`networks:confirm.${state}.text`)}</p>
        <p className="govuk-body">
          <PageLink to={networkPath(partnership, network)}>{t("networks:confirm.network")}</PageLink>
        </p>
      </>
    );
  }
  if (asks) {
    return (
      <Confirming
        question={t("networks:confirm.leave.question", { name })}
        consequence={t("networks:confirm.leave.consequence")}
        yes={{ name: "deed", value: "leave", text: t("networks:confirm.leave.yes") }}
        no={t("networks:confirm.leave.no")}
        backTo={here}
        fields={{ key: token }}
      />
    );
  }
  return (
    <>
      <ErrorSummary errors={fields.errors} />
      {isDone && <NotificationBanner kind="success">{t("networks:confirm.done")}</NotificationBanner>}
      <PageHeading caption={caption}>{t("networks:confirm.asked.title", { name })}</PageHeading>
      <p className="govuk-body">{t("networks:confirm.asked.text", { date: confirmedOn ?? "" })}</p>
      <form method="post" noValidate>
        <input type="hidden" name="key" value={token} />
        <DelegateFields fields={fields} />
        <Button>{t("networks:confirm.yes")}</Button>
      </form>
      <p className="govuk-body">
        <PageLink to={confirmLinkPath(partnership, network, token, { ask: "leave" })}>{t("networks:confirm.leave.link")}</PageLink>
      </p>
    </>
  );
}
