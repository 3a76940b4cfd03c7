// Swagger's view of our description, in the theme of the reader. It asks this host only: `validatorUrl` would ask another.
const place = document.getElementById("swagger");
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);

// An example of every filter at once is a question that nobody asks: only what an address needs is filled in beforehand.
const withoutExamples = (said) => {
  const plain = structuredClone(said);
  const operations = Object.values(plain.paths).flatMap((path) => Object.values(path));
  const parameters = [...Object.values(plain.components.parameters), ...operations.flatMap((one) => one.parameters ?? [])];
  for (const one of parameters) if (!one.required) delete one.examples;
  return plain;
};

// Swagger's own layout has a second `main` and says once more what the page has said.
const ours = ({ React }) => ({
  components: {
    Ours: ({ getComponent }) =>
      React.createElement(
        "div",
        { className: "swagger-ui" },
        ...["SvgAssets", "errors", "AuthorizeBtnContainer", "operations"].map((name) => React.createElement(getComponent(name, true))),
      ),
  },
  statePlugins: { spec: { wrapActions: { updateJsonSpec: (original) => (said) => original(withoutExamples(said)) } } },
});

// Swagger gives its fields no names, and what scrolls no way in by keyboard.
const name = (field) => field.closest("[data-param-name]")?.dataset.paramName ?? (field.closest(".request-body, .opblock-section-request-body") ? "What is sent" : "Example");
const open = () => {
  for (const field of place.querySelectorAll("input, select, textarea")) {
    if (!field.labels?.length && !field.ariaLabel) field.ariaLabel = name(field);
  }
  for (const text of place.querySelectorAll("pre")) text.tabIndex = 0;
};

follow();
dark.addEventListener("change", follow);
new MutationObserver(open).observe(place, { childList: true, subtree: true });
SwaggerUIBundle({
  url: place.dataset.schema,
  domNode: place,
  layout: "Ours",
  plugins: [ours],
  validatorUrl: null,
  docExpansion: "list",
  tryItOutEnabled: true,
  syntaxHighlight: { theme: "obsidian" },
});
