// The document around every page, and the only place that tells a resident's page, which ships no framework script, from a
// worker's page, which hydrates.
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useParams,
  useRouteError,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { seatsOf } from "./bodies/appointments.store.server.ts";
import { howWeWorkPath } from "./bodies/public-paths.ts";
import { maySeeOffice } from "./consultations/office-policy.ts";
import { consultationsPath } from "./consultations/paths.ts";
import { decisionsPath } from "./decisions/paths.ts";
import { recallWhetherElections } from "./elections/elections.store.server.ts";
import { hasElectionOffice } from "./elections/officers.store.server.ts";
import { electionsPath, officeElectionsPath } from "./elections/paths.ts";
import { filePath, thumbnailPath } from "./files/paths.ts";
import { meetingPath, meetingsPath, mySeatsPath } from "./meetings/paths.ts";
import type { Partnership } from "./partnerships/partnership.ts";
import { officePath, partnershipOfficePath, partnershipPath, safeguardingPath } from "./partnerships/paths.ts";
import { maySeePartnershipOffice } from "./people/keeping-policy.ts";
import { consultationsOf, type Role, type SignedIn } from "./people/role.ts";
import { carriesSession, rolesOf, whoIs } from "./people/session.server.ts";
import { isContact } from "./safeguarding/contacts.store.server.ts";
import { siteOfPartnership } from "./partnerships/sites.server.ts";
import { findPartnership, recallPartnership } from "./partnerships/store.server.ts";
import { browserScripts } from "./shared/browser-scripts.server.ts";
import { dayOf } from "./shared/dates.ts";
import { db, isDemonstration } from "./shared/db.server.ts";
import { languages } from "./shared/languages.ts";
import { pathInLanguage } from "./shared/local-path.ts";
import { membersOnly } from "./shared/members-only.ts";
import { useAnswer } from "./shared/ui/answer.tsx";
import { useWords, WordsOfPage } from "./shared/ui/words.tsx";
import { accentStyle } from "./partnerships/colour.ts";
import { styleOf, type Styled } from "./shell/page-style.ts";
import type { Place } from "./shell/ui/navigation.tsx";
import styles from "./shell/styles.scss?url";
import { ErrorPage, errorTexts } from "./shell/ui/error-page.tsx";
import { PageFrame, type LogoImage } from "./shell/ui/page-frame.tsx";

/** What a route says of itself in its `handle`. */
export type PageHandle = {
  /** A worker's page, woken by Remix's scripts. */
  hydrates?: boolean;
  /** Subjects whose words the page needs once it is awake, besides those of the frame. */
  words?: string[];
  /** Uses the whole width of the window. */
  width?: "work";
  /** Residents' scripts it needs besides the common one. */
  scripts?: string[];
  /** Shows another page of ours in a frame. */
  frames?: boolean;
  /** May be shown in a frame of ours, as whoever is not signed in sees it; its links open elsewhere. */
  isFramed?: boolean;
} & Styled;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: "Folkmoot" }];

/** The frame stays as it is while somebody goes on within a partnership; what they send may change it. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod, currentParams, nextParams, defaultShouldRevalidate }) =>
  (formMethod !== undefined || currentParams.partnership !== nextParams.partnership) && defaultShouldRevalidate;

export async function loader({ params, request: asked, context }: LoaderFunctionArgs) {
  const request = isOfVoter(asked) ? new Request(asked.url) : asked;
  const partnership = params.partnership ? await partnershipFor(request, params.partnership, context.now) : null;
  const { signedIn, roles } = partnership
    ? await rolesOf(request, partnership, context.now)
    : { signedIn: await whoIs(request, context.now), roles: [] };
  return {
    accent: accentStyle(partnership?.accentColour),
    isDemonstration: isDemonstration(),
    partnership,
    // because a page of a partnership that has a host of its own may be had at the installation's too
    canonicalSite: partnership?.domain ? siteOfPartnership(partnership) : null,
    hasElections: partnership !== null && (await recallWhetherElections(partnership.id, context.now)),
    person: signedIn && {
      name: signedIn.name,
      office: partnership && (await officeFor(partnership, signedIn, roles)),
      sits: partnership !== null && (await seatsOf(db(), { partnershipId: partnership.id, personId: signedIn.personId }, dayOf(context.now))).length > 0,
      isContact: partnership !== null && roles.length > 0 && (await isContact(db(), partnership.id, signedIn.personId)),
    },
    scripts: browserScripts(),
  };
}

/** Whether somebody votes, who is a stranger then: a session would be told that it was seen, in the moment of voting. [COUNTING 4.2] */
function isOfVoter({ url }: Request): boolean {
  return /\/elections\/[^/]+\/vote$/.test(new URL(url).pathname);
}

/** Where somebody's work in a partnership begins: with its consultations, with its bodies and networks, or with an election they have an office in. */
async function officeFor(partnership: Partnership, signedIn: SignedIn, roles: readonly Role[]): Promise<string | null> {
  if (maySeeOffice(roles) || consultationsOf(signedIn, partnership.id).length > 0) return officePath(partnership);
  if (maySeePartnershipOffice(roles)) return partnershipOfficePath(partnership);
  return (await hasElectionOffice(db(), partnership.id, signedIn.personId)) ? officeElectionsPath(partnership) : null;
}

// Whoever is signed in may just have changed it, in another process than the one that draws the page they are led to.
function partnershipFor(request: Request, slug: string, now: Date): Promise<Partnership> {
  return carriesSession(request.headers.get("Cookie") ?? undefined) ? findPartnership(db(), slug) : recallPartnership(slug, now);
}

export default function Root() {
  return (
    <Document>
      <Outlet />
    </Document>
  );
}

export function ErrorBoundary() {
  const problem = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const { t } = useWords();
  const { requestId } = useAnswer();
  const { meeting } = useParams();
  const status = isRouteErrorResponse(problem) ? problem.status : 500;
  const partnership = data?.partnership;
  const isForMembers = partnership != null && isRouteErrorResponse(problem) && problem.data === membersOnly;
  const backPath = partnership && (meeting ? meetingPath(partnership, { id: meeting }) : howWeWorkPath(partnership));
  return (
    <Document title={`${errorTexts(t, status, isForMembers).title} - Folkmoot`}>
      <ErrorPage
        status={status}
        forMembers={isForMembers && backPath ? { contact: partnership.contact, backPath } : undefined}
        homePath={data?.partnership ? partnershipPath(data.partnership) : "/"}
        reference={requestId}
      />
    </Document>
  );
}

function placesIn(partnership: Partnership, sits: boolean, hasElections: boolean): Place[] {
  return [
    { name: "consultations", path: consultationsPath(partnership) },
    { name: "meetings", path: meetingsPath(partnership) },
    { name: "decisions", path: decisionsPath(partnership) },
    ...(hasElections ? [{ name: "elections", path: electionsPath(partnership) }] : []),
    ...(sits ? [{ name: "my-seats", path: mySeatsPath(partnership) }] : []),
  ];
}

function logoImage(partnership: Pick<Partnership, "slug" | "logo">): LogoImage | null {
  const { slug, logo } = partnership;
  return logo && { ...logo, small: thumbnailPath({ slug }, logo.fileId), large: filePath({ slug }, logo.fileId) };
}

function Document({ title, children }: { title?: string; children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const { language, direction } = useWords();
  const { pathname, search } = useLocation();
  const { status, nonce } = useAnswer();
  const matches = useMatches();
  const style = styleOf(data?.accent, matches.map(({ handle, data: loaded }) => ({ handle, loaded })));
  const handles = matches.map((match) => (match.handle ?? {}) as PageHandle);
  // because a page drawn again with its errors, or instead of one that failed, is whole as it is
  const hydrates = status === 200 && handles.some((handle) => handle.hydrates);
  const scripts = hydrates ? [] : ["resident", ...handles.flatMap((handle) => handle.scripts ?? [])];
  const isFramed = handles.some((handle) => handle.isFramed);
  const person = isFramed ? null : data?.person;
  const partnership = data?.partnership;
  const here = `${pathname}${search}`;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {isFramed && <base target="_blank" />}
        {title ? <title>{title}</title> : <Meta />}
        <Links />
        {data?.canonicalSite && <link rel="canonical" href={data.canonicalSite + pathInLanguage(pathname, language)} />}
        {style && <style dangerouslySetInnerHTML={{ __html: style }} />}
        {scripts.map((name) => data?.scripts[name] && <script key={name} type="module" src={data.scripts[name]} />)}
      </head>
      <body className="govuk-template__body">
        <PageFrame
          partnership={partnership && { ...partnership, path: partnershipPath(partnership), logo: logoImage(partnership) }}
          person={person}
          path={isFramed && partnership ? consultationsPath(partnership) : pathname}
          officePath={person?.office}
          officeRoot={partnership ? officePath(partnership) : undefined}
          safeguardingPath={partnership && person?.isContact ? safeguardingPath(partnership) : null}
          places={partnership ? placesIn(partnership, person?.sits ?? false, data?.hasElections ?? false) : undefined}
          languageLinks={languages.map((one) => ({
            language: one,
            href: `/language/${one}?${new URLSearchParams({ to: here })}`,
          }))}
          demonstration={data?.isDemonstration ?? false}
          width={handles.some((handle) => handle.width === "work") ? "work" : "reading"}
        >
          {children}
        </PageFrame>
        {hydrates && <WordsOfPage subjects={["shared", "shell", ...handles.flatMap((handle) => handle.words ?? [])]} />}
        {hydrates && <ScrollRestoration nonce={nonce} />}
        {hydrates && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}
