// One version of a report, at an address of its own whatever was published after it.
import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showReport } from "../public.server.ts";
import { PublicReport } from "../ui/public-report.tsx";

export function loader(args: LoaderFunctionArgs) {
  return showReport(args, args.params.version ?? "");
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function VersionPage() {
  const { title: _, ...shown } = useLoaderData<typeof loader>();
  return <PublicReport {...shown} />;
}
