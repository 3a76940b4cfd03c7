/* What was typed and is not saved is not left without a question: by a link, or by a button of another form such as “Submit”. */
"use strict";

(() => {
  const form = document.querySelector("#content-main form[id$='_form']");
  if (!form) return;
  let unsaved = Boolean(form.querySelector(".errornote"));
  for (const typed of ["input", "change"]) form.addEventListener(typed, () => { unsaved = true; });
  form.addEventListener("submit", () => { unsaved = false; });
  window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
})();
