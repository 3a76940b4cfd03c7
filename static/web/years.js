// The slider says its year while it moves, and asks for it when it is let go. Without this the button beside it does.
const slider = document.getElementById("slide");
if (slider) {
  const said = slider.form.querySelector("output");
  slider.addEventListener("input", () => { said.textContent = slider.value; });
  slider.addEventListener("change", () => slider.form.requestSubmit());
}
