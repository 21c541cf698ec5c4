// The part of a text that is selected on a page, with the mouse or with keys, in UTF-16 units of the text as it was written.
import { useEffect, useState, type RefObject } from "react";

type Part = { start: number; end: number };

/** Keeps the part that was selected last in an element, until another is, or none. Another text begins with none. */
export function usePart(element: RefObject<HTMLElement>, textId: string): { part: Part | null; choose: (part: Part | null) => void } {
  const [kept, keep] = useState<{ textId: string; part: Part | null }>({ textId, part: null });
  const part = kept.textId === textId ? kept.part : null;
  useEffect(() => {
    const read = () => {
      const selected = element.current && partSelected(element.current);
      if (selected) keep({ textId, part: selected });
    };
    document.addEventListener("selectionchange", read);
    return () => document.removeEventListener("selectionchange", read);
  }, [element, textId]);
  useEffect(() => draw(part && element.current ? rangeOf(element.current, part) : null), [element, part]);
  const choose = (wanted: Part | null) => {
    keep({ textId, part: wanted });
    const selection = document.getSelection();
    const range = wanted && element.current && rangeOf(element.current, wanted);
    if (range) selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    else selection?.removeAllRanges();
  };
  return { part, choose };
}

/** Shows the part while what is typed elsewhere has the selection, where the browser can. */
function draw(range: Range | null): void {
  if (typeof Highlight === "undefined") return;
  if (range) CSS.highlights.set("part", new Highlight(range));
  else CSS.highlights.delete("part");
}

/** The pieces of the text, each of which says where it begins. */
function piecesIn(element: HTMLElement): { from: number; node: Node }[] {
  return [...element.querySelectorAll<HTMLElement>("[data-from]")].flatMap(({ dataset, firstChild }) => (firstChild ? [{ from: Number(dataset.from), node: firstChild }] : []));
}

function partSelected(element: HTMLElement): Part | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const inside = piecesIn(element).filter(({ node }) => range.intersectsNode(node));
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  const start = first.node === range.startContainer ? first.from + range.startOffset : first.from;
  const end = last.node === range.endContainer ? last.from + range.endOffset : last.from + (last.node.nodeValue?.length ?? 0);
  return end > start ? { start, end } : null;
}

function rangeOf(element: HTMLElement, { start, end }: Part): Range | null {
  const pieces = piecesIn(element);
  const first = pieces.findLast(({ from }) => from <= start);
  const last = pieces.findLast(({ from }) => from < end);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.min(start - first.from, first.node.nodeValue?.length ?? 0));
  range.setEnd(last.node, Math.min(end - last.from, last.node.nodeValue?.length ?? 0));
  return range;
}
