// Opens the family of the word that an address names, for browsers that do not do so by themselves.
function open() {
  const word = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const family = word && word.closest("details");
  if (family && !family.open) {
    family.open = true;
    word.scrollIntoView();
  }
}
window.addEventListener("hashchange", open);
open();
