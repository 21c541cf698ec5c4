// Letters that did not arrive: what mail servers' codes and the messages that come back say.
import fc from "fast-check";
import { expect, test } from "vitest";
import { bounceOfProblem, readReturned } from "#app/stakeholders/bounce.ts";

const report = ({ action = "failed", status = "5.1.1", recipient = "anna@example.org" } = {}) => `From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
To: hello@marlshire.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <report@mx.example.org>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain

I'm sorry.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; ${recipient}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>:
    Recipient address rejected

--b1
Content-Type: text/rfc822-headers

Subject: Have your say
Message-ID:
 <abcdefgh23456789@marlshire.example>

--b1--
`;

test("a message that came back tells whose address is wrong, and which letter it was", () => {
  const { messages, returned } = readReturned(report().replaceAll("\n", "\r\n"));
  expect(messages).toBe(1);
  expect(returned).toEqual([{ addresses: ["anna@example.org"], letterId: "abcdefgh23456789@marlshire.example", kind: "hard", status: "5.1.1" }]);
});

test("a letter that was sent on is known by the address it was sent to", () => {
  const text = report({ status: "5.2.2" }).replace("Final-Recipient", "Original-Recipient: rfc822;Info@Example.org\nFinal-Recipient");
  expect(readReturned(text).returned).toMatchObject([{ addresses: ["info@example.org", "anna@example.org"], kind: "soft" }]);
});

test("that a letter is late says nothing, and neither does what is no such message", () => {
  expect(readReturned(report({ action: "delayed", status: "4.4.1" })).returned).toEqual([]);
  expect(readReturned("Dear council,\n\nI am on holiday.\n").returned).toEqual([]);
});

test("many messages are saved one after another", () => {
  const from = "From MAILER-DAEMON Mon Mar  2 10:00:00 2026\n";
  const text = from + report() + from + report({ recipient: "bob@example.org", status: "5.7.1" });
  expect(readReturned(text)).toMatchObject({ messages: 2, returned: [{ kind: "hard" }, { addresses: ["bob@example.org"], kind: "soft" }] });
});

test("what the mail server refused at once is a wrong address only where it says so", () => {
  const kindOf = (problem: string | null) => bounceOfProblem(problem).kind;
  expect(["EENVELOPE 550 5.1.1", "EENVELOPE 550", "EENVELOPE 553"].map(kindOf)).toEqual(["hard", "hard", "hard"]);
  expect(["EENVELOPE 552 5.2.2", "EENVELOPE 550 5.7.1", "EMESSAGE 554", "ECONNREFUSED", null].map(kindOf)).toEqual(["soft", "soft", "soft", "soft", "soft"]);
});

test("nothing that is handed in breaks the reading", () => {
  const line = fc.constantFrom("Content-Type: message/delivery-status", "", "Final-Recipient: rfc822; a@b.example", "Final-Recipient:", "Action: failed", "Status: x", "--b", "From a 2026", "Message-ID: <x", "ق");
  fc.assert(fc.property(fc.array(line, { maxLength: 20 }), (lines) => void readReturned(lines.join("\n"))));
});
