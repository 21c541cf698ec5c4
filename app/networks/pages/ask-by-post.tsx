// Members to be asked by post or by telephone whether they still belong, because nobody there has an e-mail address; and that they were.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listToAskByPost, recordAskedByPost } from "../by-post.store.server.ts";
import { findNetwork } from "../networks.store.server.ts";
import { askByPostPath, memberPath, officeNetworkPath } from "../paths.ts";
import { mayKeepNetworks } from "../policy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const { language, now } = args.context;
  const network = await findNetwork(db(), partnership.id, args.params.network);
  const words = wordsFor(language);
  const members = await listToAskByPost(db(), network, dayOf(now));
  await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "network-members.read", subjectKind: "network", subjectId: network.id, facts: { shown: members.length } });
  return {
    title: titleOf(words.t("networks:post.title-of", { name: textIn(network.name, language).text }), language, partnership),
    ...{ partnership, network, asked: new URL(args.request.url).searchParams.get("asked") },
    members: members.map(({ id, organisation, delegate, deputy, confirmedOn }) => {
      const to = delegate ?? deputy;
      return { id, name: organisation.name, to: to?.name ?? "", post: to?.post?.split("\n").join(", ") ?? "", telephone: to?.telephone ?? "", confirmedOn: words.date(confirmedOn) };
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const network = await findNetwork(db(), partnership.id, args.params.network);
  const ids = (await readForm(args.request, { longest: 40_000 })).getAll("member");
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const asked = await inTransaction((transaction) => recordAskedByPost(transaction, by, network, ids));
  return redirect(`${askByPostPath(partnership, network)}?asked=${asked}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AskByPostPage() {
  const { partnership, network, members, asked } = useLoaderData<typeof loader>();
  const { t, number, language } = useWords();
  const count = Number(asked ?? Number.NaN);
  return (
    <>
      <BackLink to={officeNetworkPath(partnership, network)} text={textIn(network.name, language).text} />
      {count >= 0 && <NotificationBanner kind="success">{t("networks:post.asked", { count, number: number(count) })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={network.name} />}>{t("networks:post.title")}</PageHeading>
      <p className="govuk-body">{t("networks:post.text")}</p>
      {members.length === 0 ? (
        <p className="govuk-body">{t("networks:post.none")}</p>
      ) : (
        <>
          <Table
            caption={t("networks:post.title")}
            captionSize="hidden"
            stacks
            columns={(["organisation", "to", "post", "telephone", "confirmed"] as const).map((key) => ({ key, heading: t(`networks:post.column.${key}`) }))}
            rows={members.map((one) => ({
              key: one.id,
              cells: [
                <PageLink key="organisation" to={memberPath(partnership, network, one.id)}>
                  <InLanguage text={one.name} />
                </PageLink>,
                ...[one.to, one.post, one.telephone].map((said, index) => <bdi key={index}>{said}</bdi>),
                one.confirmedOn,
              ],
            }))}
          />
          <form method="post" noValidate>
            {members.map(({ id }) => (
              <input key={id} type="hidden" name="member" value={id} />
            ))}
            <Button>{t("networks:post.done", { count: members.length, number: number(members.length) })}</Button>
          </form>
        </>
      )}
    </>
  );
}
