// A button beside each password field shows what is typed, until the form is sent.
for (const button of document.querySelectorAll<HTMLButtonElement>("button.password-field__toggle")) {
  const field = document.getElementById(button.getAttribute("aria-controls") ?? "");
  if (!(field instanceof HTMLInputElement)) continue;
  const show = (isShown: boolean) => {
    const { show: toShow = "", hide: toHide = "" } = button.dataset;
    field.type = isShown ? "text" : "password";
    button.textContent = isShown ? toHide : toShow;
  };
  button.hidden = false;
  button.addEventListener("click", () => show(field.type === "password"));
  // because a browser keeps what is typed into a text field to offer it again
  field.form?.addEventListener("submit", () => show(false));
}
