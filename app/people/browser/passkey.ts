// Asks the device for a passkey, to be made or to be shown, and sends what it answers with the form. Without it nothing of this is offered.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
  const answer = form.querySelector<HTMLInputElement>("input[name=answer]");
  const problem = form.querySelector<HTMLElement>("[data-passkey-problem]");
  const { passkey, options } = form.dataset;
  if (!answer || !problem || !options || !browserSupportsWebAuthn()) continue;
  form.hidden = false;
  for (const without of document.querySelectorAll<HTMLElement>("[data-passkey-without]")) without.hidden = true;
  form.addEventListener("submit", (event) => {
    if (answer.value !== "") return;
    event.preventDefault();
    problem.hidden = true;
    const optionsJSON: unknown = JSON.parse(options);
    const asked =
      passkey === "make"
        ? startRegistration({ optionsJSON: optionsJSON as Parameters<typeof startRegistration>[0]["optionsJSON"] })
        : startAuthentication({ optionsJSON: optionsJSON as Parameters<typeof startAuthentication>[0]["optionsJSON"] });
    asked.then(
      (answered) => {
        answer.value = JSON.stringify(answered);
        form.submit();
      },
      () => {
        // because whoever dismisses the device's question has seen why
        problem.hidden = false;
      },
    );
  });
}
