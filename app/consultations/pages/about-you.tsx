// Who answers, for whom, and how to reach them.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownPage } from "../responding.server.ts";
import { loadSendingPage, postSendingPage } from "../sending.server.ts";
import { SendingPage } from "../ui/sending-page.tsx";

export const handle = { scripts: ["keep-answers"] };

export const loader = (args: LoaderFunctionArgs) => loadSendingPage(args, "about-you");
export const action = (args: ActionFunctionArgs) => postSendingPage(args, "about-you");
export const headers = () => ownPage;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AboutYouPage() {
  const { errors, ...shown } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return <SendingPage {...shown} errors={acted?.errors ?? errors} />;
}
