// The table of every job, as remix.config.js is of every URL.
import { performance } from "node:perf_hooks";
import { Logger, run, type TaskList } from "graphile-worker";
import { findCampaigns } from "./analysis/finding-campaigns.server.ts";
import { makeSuggestions } from "./analysis/making-suggestions.server.ts";
import { makeSet } from "./analysis/sets.store.server.ts";
import { runCheck } from "./audit/checks.store.server.ts";
import { keepDiversity } from "./bodies/diversity.store.server.ts";
import { sendLostReferences } from "./consultations/ways-back.store.server.ts";
import { publishClosings } from "./consultations/closing.store.server.ts";
import { countWaiting } from "./consultations/tallies.store.server.ts";
import { sendDigests } from "./decisions/followers.store.server.ts";
import { tellPartners } from "./decisions/notices.store.server.ts";
import { removeUnusedPictures } from "./design/pictures.store.server.ts";
import { answerAsking } from "./elections/asking.store.server.ts";
import { courier } from "./elections/courier.server.ts";
import { countElection } from "./elections/counts.store.server.ts";
import { tellOfDates } from "./elections/moved.store.server.ts";
import { askForPapersAgain, tellOfRegistered } from "./elections/officer-letters.store.server.ts";
import { sendReminders } from "./elections/reminders.server.ts";
import { finishSealings, sealBallots } from "./elections/sealing-runs.store.server.ts";
import { removeBytesOnceFree, removeUnclaimedBytes } from "./files/store.server.ts";
import { remindOfReports } from "./meetings/reminders.store.server.ts";
import { askMembers } from "./networks/confirming.store.server.ts";
import { remindNominators } from "./nominating/reminding.server.ts";
import { keepRetention } from "./privacy/retention.server.ts";
import { lookAtResponses } from "./intake/looks.store.server.ts";
import { countEquality } from "./publication/counting-equality.server.ts";
import { forgetPreviews, workOutPreview } from "./publication/previews.store.server.ts";
import { raiseOutcomes } from "./replies/due.server.ts";
import { tellFollowers } from "./replies/followers.store.server.ts";
import { remindOfReplies } from "./replies/reminders.store.server.ts";
import { workOutReport } from "./reports/reports.store.server.ts";
import { sendMailings } from "./stakeholders/sending.server.ts";
import { sealAudit } from "./shared/audit.server.ts";
import { dayOf } from "./shared/dates.ts";
import { databaseUrl, inTransaction } from "./shared/db.server.ts";
import { freeAbandonedJobs, openJobConnections, type Jobs } from "./shared/jobs.server.ts";
import { countJob } from "./shared/keeper-metrics.server.ts";
import { logProblem } from "./shared/log.server.ts";
import { postman } from "./shared/postman.server.ts";
import { lanes } from "./shared/smtp.server.ts";

/** Jobs nobody puts down, by the clock. */
const regular = [
  "* * * * * send-letters",
  "* * * * * count-responses",
  "* * * * * send-mailings",
  "* * * * * send-codes",
  "*/5 * * * * look-at-responses",
  "*/5 * * * * publish-closings",
  "*/5 * * * * seal-audit",
  "*/5 * * * * tell-partners",
  "*/5 * * * * free-abandoned-jobs",
  "* * * * * finish-sealings",
  "12 * * * * raise-outcomes",
  "17 3 * * * keep-retention",
  "29 3 * * * keep-diversity",
  "41 3 * * * remove-unused-pictures",
  "53 3 * * * forget-previews",
  "30 7 * * * remind-of-replies",
  "50 7 * * * remind-of-reports",
  "10 8 * * * ask-members",
  "20 8 * * * remind-nominators",
  "0 8 * * * send-digests",
].join("\n");

const table: { [Name in keyof Jobs]: (given: Jobs[Name]) => Promise<unknown> } = {
  "send-letter": ({ letterId }) => postman().send(letterId),
  "send-letters": () => postman().send(),
  "count-responses": () => countWaiting(new Date()),
  "look-at-responses": () => lookAtResponses(new Date()),
  "publish-closings": () => publishClosings(new Date()),
  "seal-audit": () => sealAudit(new Date()),
  "check-audit": ({ checkId }) => runCheck(checkId, () => new Date()),
  "remove-bytes": ({ storageKey }) => removeBytesOnceFree(storageKey, new Date()),
  "remove-unclaimed-bytes": ({ storageKey }) => removeUnclaimedBytes(storageKey, new Date()),
  "free-abandoned-jobs": () => freeAbandonedJobs(new Date()),
  "send-lost-references": (asked) =>
    inTransaction((transaction) => sendLostReferences(transaction, { ...asked, now: new Date() })),
  "keep-retention": () => keepRetention(new Date()),
  "keep-diversity": () => inTransaction((transaction) => keepDiversity(transaction, dayOf(new Date()))),
  "remove-unused-pictures": () => removeUnusedPictures(new Date()),
  "preview-results": ({ previewId }) => workOutPreview(previewId, () => new Date()),
  "forget-previews": () => forgetPreviews(new Date()),
  "tell-followers": (given) => tellFollowers(given),
  "send-mailings": () => sendMailings(new Date()),
  "raise-outcomes": () => raiseOutcomes(new Date()),
  "remind-of-replies": () => remindOfReplies(new Date()),
  "remind-of-reports": () => remindOfReports(new Date()),
  "ask-members": () => askMembers(new Date()),
  "remind-nominators": () => remindNominators(new Date()),
  "tell-partners": () => tellPartners(new Date()),
  "send-digests": () => sendDigests(new Date()),
  "count-election": (asked) => countElection(asked, () => new Date()),
  "seal-ballots": (asked) => sealBallots(asked, () => new Date()),
  "finish-sealings": () => finishSealings(new Date()),
  "send-codes": () => courier().carry(),
  "ask-for-papers": (which) => askForPapersAgain(which, new Date()),
  "tell-of-registered": (which) => tellOfRegistered(which, new Date()),
  "tell-of-dates": (asked) => tellOfDates(asked, new Date()),
  "send-reminders": (which) => sendReminders(which, courier().server, () => new Date()),
  "make-set": (asked) => makeSet(asked, () => new Date()),
  "count-equality": ({ setId }) => countEquality(setId, () => new Date()),
  "make-suggestions": (which) => makeSuggestions(which, () => new Date()),
  "make-report": (which) => workOutReport(which, () => new Date()),
  "find-campaigns": (which) => findCampaigns(which, () => new Date()),
  "answer-on-the-roll": (asked) => inTransaction((transaction) => answerAsking(transaction, { ...asked, now: new Date() })),
};

async function measured(name: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  const secondsSoFar = () => (performance.now() - began) / 1000;
  try {
    await work();
    countJob(name, "done", secondsSoFar());
  } catch (problem) {
    countJob(name, "failed", secondsSoFar());
    throw problem;
  }
}

/** Starts doing what is put down; stop waits for the jobs under way, of which the postman's ends after the letters in hand. */
export async function startJobs(): Promise<{ stop(): Promise<void> }> {
  const tasks = Object.fromEntries(
    Object.entries(table).map(([name, work]) => [name, (given: unknown) => measured(name, () => work(given as never))]),
  ) as TaskList;
  const connections = openJobConnections(databaseUrl());
  const runner = await run({
    pgPool: connections,
    concurrency: lanes + 2, // because letters to a slow mail server must not keep other jobs waiting
    noHandleSignals: true,
    pollInterval: 1000,
    crontab: regular,
    taskList: tasks,
    logger: new Logger(() => () => undefined),
  });
  runner.events.on("job:error", ({ job, error }) => logProblem(`job ${job.id} ${job.task_identifier}`, error));
  return {
    stop: async () => {
      postman().close();
      courier().close();
      await runner.stop();
      await connections.end();
    },
  };
}
