// How the response may be published, and whether it should be kept confidential.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownPage } from "../responding.server.ts";
import { loadSendingPage, postSendingPage } from "../sending.server.ts";
import { SendingPage } from "../ui/sending-page.tsx";

export const handle = { scripts: ["keep-answers"] };

export const loader = (args: LoaderFunctionArgs) => loadSendingPage(args, "permission");
export const action = (args: ActionFunctionArgs) => postSendingPage(args, "permission");
export const headers = () => ownPage;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PermissionPage() {
  const { errors, ...shown } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return <SendingPage {...shown} errors={acted?.errors ?? errors} />;
}
