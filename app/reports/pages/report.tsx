// The published report of what people said, for everybody.
import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showReport } from "../public.server.ts";
import { PublicReport } from "../ui/public-report.tsx";

export function loader(args: LoaderFunctionArgs) {
  return showReport(args, null);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReportPage() {
  const { title: _, ...shown } = useLoaderData<typeof loader>();
  return <PublicReport {...shown} />;
}
