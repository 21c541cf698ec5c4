// Records for tests: a test names only what matters to it, and what it needs besides is made along with it.
import type { Consultation } from "#app/consultations/consultation.ts";
import { publishConsultation } from "#app/consultations/life.store.server.ts";
import {
  findConsultationForOfficer,
  findCurrentVersion,
  saveConsultation,
  type NewConsultation,
} from "#app/consultations/store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import { checkDefinition, type FormDefinition } from "#app/forms/definition.ts";
import { addDomain, takeDomainIntoUse } from "#app/partnerships/domains.store.server.ts";
import { changePartnership, savePartnership } from "#app/partnerships/store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import type { Role } from "#app/people/role.ts";
import { startSession } from "#app/people/session.server.ts";
import { grantRole, savePerson } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import type { Prisma } from "#prisma/client/client.ts";

/** A logo is chosen for it afterwards. */
export async function buildPartnership(wanted: Partial<Omit<Partnership, "logo">> = {}): Promise<Partnership> {
  const partnership: Partnership = {
    id: newId(),
    slug: `place-${newId()}`,
    name: { en: "Marlshire Partnership", cy: "Partneriaeth Marlshire", ur: "مارلشائر پارٹنرشپ" },
    welcome: { en: "Welcome", cy: "Croeso", ur: "خوش آمدید" },
    tier: "county",
    parentId: null,
    accentColour: null,
    senderName: "Marlshire Partnership",
    senderAddress: "hello@marlshire.example",
    replyTo: null,
    contact: {},
    logo: null,
    domain: null,
    ...wanted,
  };
  await inTransaction(async (transaction) => {
    await savePartnership(transaction, partnership);
    const { id, replyTo, domain } = partnership;
    if (replyTo) await changePartnership(transaction, id, { replyTo });
    if (domain) {
      await addDomain(transaction, id, domain);
      await takeDomainIntoUse(transaction, id, domain, new Date());
    }
  });
  return partnership;
}

export type BuiltPerson = { id: string; name: string; email: string; partnership: Partnership | null };

type WantedPerson = {
  name?: string;
  email?: string;
  language?: Language;
  isDemonstration?: boolean;
  /** Granted in `partnership`, which is made where it is not given. */
  role?: Role;
  partnership?: Partnership;
  includesBelow?: boolean;
};

export async function buildPerson(wanted: WantedPerson = {}): Promise<BuiltPerson> {
  const { name = "Mair Rees", email = `${newId()}@people.example`, language = "en", isDemonstration = false } = wanted;
  const partnership = wanted.partnership ?? (wanted.role ? await buildPartnership() : null);
  const id = await inTransaction(async (transaction) => {
    const personId = await savePerson(transaction, { name, email, language, isDemonstration });
    if (wanted.role && partnership) {
      const { role, includesBelow = false } = wanted;
      await grantRole(transaction, { personId, partnershipId: partnership.id, role, includesBelow });
    }
    return personId;
  });
  return { id, name, email, partnership };
}

/** The cookie of a whole session begun at `now`, for `get` and `post`. */
export function signInCookie(person: { id: string }, now = new Date()): Promise<string> {
  return inTransaction((transaction) => startSession(transaction, person.id, now, { isSecondFactorGiven: true }));
}

/** A form of one long text, one choice and one agreement. */
export function buildDefinition(sections?: FormDefinition["sections"]): FormDefinition {
  const checked = checkDefinition({
    languages: ["en"],
    sections: sections ?? [
      {
        id: "priorities",
        heading: { en: "Priorities" },
        layout: "one-page",
        questions: [
          { id: "first", type: "long-text", number: "1", label: { en: "What should come first?" } },
          {
            id: "bus",
            type: "one-choice",
            number: "2",
            label: { en: "How often do you take the bus?" },
            options: [
              { id: "often", label: { en: "Often" } },
              { id: "never", label: { en: "Never" } },
            ],
          },
          { id: "agree", type: "agreement", number: "3", label: { en: "Do you agree?" }, reasons: true },
        ],
      },
    ],
  });
  if (!checked.ok) throw new Error(`The form is not right: ${JSON.stringify(checked.problem)}`);
  return checked.value;
}

type WantedConsultation = Partial<NewConsultation> & {
  partnership?: Partnership;
  definition?: FormDefinition;
  /** Null leaves it unpublished. */
  publishedAt?: Date | null;
};

export type BuiltConsultation = Consultation & { partnership: Partnership };

/** Published and open since yesterday for a month, unless told otherwise. */
export async function buildConsultation(wanted: WantedConsultation = {}): Promise<BuiltConsultation> {
  const { partnership = await buildPartnership(), definition = buildDefinition(), ...rest } = wanted;
  const yesterday = new Date(Date.now() - 86_400_000);
  const { publishedAt = wanted.opensAt ?? yesterday, ...given } = rest;
  const opensAt = given.opensAt === undefined ? yesterday : given.opensAt;
  const text = (en: string) => ({ en, cy: en, ur: en });
  const id = await inTransaction(async (transaction) => {
    const savedAs = await saveConsultation(
      transaction,
      partnership.id,
      {
        title: text("Our sustainable community strategy"),
        summary: text("Tell us what should come first."),
        purpose: text("To set priorities for ten years."),
        decisionToBeMade: text("Which priorities the partnership adopts."),
        decisionMaker: text("The partnership board"),
        decisionOn: null,
        openToChange: [],
        notOpenToChange: [],
        audience: text("Everybody who lives or works here."),
        otherWays: {},
        asksEquality: true,
        languages: ["en"],
        graceInMinutes: 1440,
        closesAt: opensAt && new Date(opensAt.getTime() + 30 * 86_400_000),
        ...given,
        opensAt,
      },
      definition,
    );
    const saved = await findConsultationForOfficer(transaction, partnership.id, savedAs);
    if (publishedAt) await publishConsultation(transaction, saved, publishedAt);
    return savedAs;
  });
  return { ...(await findConsultationForOfficer(db(), partnership.id, id)), partnership };
}

/** Has it close at an instant, past any step of its life. */
export function closeAt({ id, partnershipId }: Pick<Consultation, "id" | "partnershipId">, closesAt: Date): Promise<void> {
  return inTransaction(async (transaction) => {
    await transaction.consultation.update({ where: { id }, data: { closesAt } });
    await dropPublishedPages(transaction, partnershipId);
  });
}

type WantedResponse = {
  consultation?: BuiltConsultation;
  answers?: Answers;
  formVersionId?: string;
  channel?: string;
  language?: Language;
  respondentType?: string;
  permission?: "named" | "unnamed" | "summary";
  confidentialityRequested?: boolean;
  receivedAt?: Date;
  reference?: string | null;
  contact?: Prisma.ResponseContactUncheckedCreateWithoutResponseInput;
};

/** A response as the database holds it, waiting to be counted. */
export async function buildResponse(wanted: WantedResponse = {}): Promise<{ id: string; consultation: BuiltConsultation }> {
  const { consultation = await buildConsultation(), answers = {}, contact, receivedAt = new Date(), ...rest } = wanted;
  const { formVersionId = (await findCurrentVersion(db(), consultation.formId)).id, ...given } = rest;
  const id = newId();
  const { partnershipId, id: consultationId } = consultation;
  await inTransaction(async (transaction) => {
    await transaction.response.create({
      data: {
        ...{ id, partnershipId, consultationId, receivedAt },
        ...{ channel: "online", language: "en", respondentType: "individual", permission: "unnamed", ...given },
        ...(contact && { contact: { create: contact } }),
      },
    });
    await transaction.responseRevision.create({
      data: { partnershipId, responseId: id, number: 1, formVersionId, answers: answers as Prisma.InputJsonObject, sentAt: receivedAt },
    });
    await transaction.tallyChange.create({ data: { partnershipId, consultationId, responseId: id, revision: 1, sign: 1 } });
  });
  return { id, consultation };
}
