// The two fields of a colour follow each other, and changing one chooses it.
import { readColour } from "#app/partnerships/colour.ts";

const written = document.querySelector<HTMLInputElement>("input[name=colour]#colour");
const picker = document.querySelector<HTMLInputElement>("input[name=picker]");

if (written && picker) {
  picker.addEventListener("input", () => (written.value = picker.value));
  written.addEventListener("input", () => {
    const digits = written.value.trim().replace(/^#/, "");
    if (readColour(digits)) picker.value = `#${digits.toLowerCase()}`;
  });
}
