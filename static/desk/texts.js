/* Picking a passage with the mouse or the keyboard. Without this script one pastes the quotation, or cites a paragraph. */
(() => {
  "use strict";

  const reading = document.querySelector("[data-being-read]");
  if (reading) {
    setTimeout(() => location.reload(), 2000);
  }

  const words = document.getElementById("text-words");
  const button = document.getElementById("cite-this");
  if (!words || !button) {
    return;
  }
  const said = document.getElementById("cite-said");
  const field = (name) => document.getElementById(`id_${name}`);
  let chosen = null;

  // The register counts Unicode characters; a browser counts halves of some of them.
  const length = (text) => Array.from(text).length;

  // The character of the whole text at which a point of the page stands; null outside the text.
  const placeOf = (node, offset) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    let paragraph = element ? element.closest("[data-begin]") : null;
    if (!paragraph) {
      // Between two paragraphs: a selection by the keyboard or by a triple click ends before the next one.
      const paragraphs = [...words.querySelectorAll("[data-begin]")];
      const point = document.createRange();
      point.setStart(node, offset);
      const before = paragraphs.filter((each) => point.comparePoint(each, 0) < 0);
      paragraph = before[before.length - 1];
      return paragraph ? Number(paragraph.dataset.begin) + length(paragraph.textContent) : null;
    }
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, offset);
    return Number(paragraph.dataset.begin) + length(range.toString());
  };

  // The words between two places, without the page numbers and signs that stand beside the paragraphs.
  const wordsOf = (range) =>
    [...words.querySelectorAll("[data-begin]")]
      .filter((paragraph) => range.intersectsNode(paragraph))
      .map((paragraph) => {
        const part = document.createRange();
        part.selectNodeContents(paragraph);
        if (paragraph.contains(range.startContainer)) {
          part.setStart(range.startContainer, range.startOffset);
        }
        if (paragraph.contains(range.endContainer)) {
          part.setEnd(range.endContainer, range.endOffset);
        }
        return part.toString();
      })
      .join("\n")
      .trim();

  const look = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) {
      return; // the last passage stays chosen while one goes to the button
    }
    const range = selection.getRangeAt(0);
    if (!words.contains(range.startContainer) || !(words.contains(range.endContainer) || range.intersectsNode(words))) {
      return;
    }
    const begin = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    const quote = wordsOf(range);
    chosen = begin !== null && end !== null && begin < end && quote ? { begin, end, quote } : null;
    button.disabled = !chosen;
    if (chosen) {
      said.textContent = `${chosen.end - chosen.begin} characters selected.`;
    }
  };

  const cite = () => {
    if (!chosen) {
      return;
    }
    field("quote").value = chosen.quote;
    field("begin").value = chosen.begin;
    field("end").value = chosen.end;
    said.textContent = "The passage stands below; choose what it shows.";
    field("fact").focus();
  };

  // A quotation that is typed over is looked for anew: its old span means nothing.
  field("quote").addEventListener("input", () => {
    field("begin").value = "";
    field("end").value = "";
  });
  document.addEventListener("selectionchange", look);
  button.addEventListener("click", cite);
  button.closest(".scripted").hidden = false;
})();
