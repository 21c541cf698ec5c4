import fc from "fast-check";
import { expect, test } from "vitest";
import { allFileTypes, cleanName, endings, looksLikeText, typeOfText } from "#app/files/file.ts";

test.each([
  ["Photo of the bridge.JPG", "image/jpeg", "Photo of the bridge.jpg"],
  ["photo.jpeg.exe", "image/jpeg", "photo.jpeg.jpg"],
  ["photo.jpg.exe", "image/jpeg", "photo.jpg"],
  ["C:\\Users\\mair\\map.png", "image/png", "map.png"],
  ["../../etc/passwd", "text/plain", "passwd.txt"],
  ["اردو خط.pdf", "application/pdf", "اردو خط.pdf"],
  ["Tŷ’r Cyngor (drafft).docx", "application/pdf", "Tŷ’r Cyngor (drafft).pdf"],
  ["gpj.\u202eexe", "image/jpeg", "gpj.jpg"],
  ['a"; filename="evil.html', "image/png", "a filename= evil.png"],
  ["", "image/png", "file.png"],
  ["...", "image/png", "file.png"],
  ["line\r\nbreak.pdf", "application/pdf", "line break.pdf"],
] as const)("%j, really %s, is kept as %j", (given, type, name) => {
  expect(cleanName(given, type)).toBe(name);
});

test("whatever a file is called, its name is safe to write down and ends as what it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.constantFrom(...allFileTypes), (given, type) => {
      const name = cleanName(given, type);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\<>:"|?*;%]/u);
      expect(name.endsWith(`.${endings[type]}`)).toBe(true);
      expect([...name].length).toBeLessThanOrEqual(105);
      expect(name).toBe(name.trim());
      expect(() => encodeURIComponent(name)).not.toThrow();
    }),
  );
});

test("text is text in UTF-8 and UTF-16, and what begins like a page is not", () => {
  for (const text of ["a,b\n1,2\n", "\ufeffcyngor, tŷ", "گاؤں", "\ufeff"]) expect(looksLikeText(Buffer.from(text))).toBe(true);
  expect(looksLikeText(Buffer.from("\ufeffcyngor", "utf16le"))).toBe(true);
  const pages = ["<html>", " \n<!DOCTYPE html>", "<svg>", "\ufeff<?xml version='1.0'?>", "<script>"];
  for (const page of pages) expect(looksLikeText(Buffer.from(page))).toBe(false);
  expect(looksLikeText(Buffer.from("\ufeff<html>", "utf16le"))).toBe(false);
  for (const bytes of [[0], [0xff], [0xc3], [0x1b, 0x5b], [0x7f]]) expect(looksLikeText(Buffer.from(bytes))).toBe(false);
});

test("the name of a text says whether it is a table", () => {
  expect(typeOfText("answers.CSV")).toBe("text/csv");
  expect(typeOfText("answers.csv.txt")).toBe("text/plain");
});
