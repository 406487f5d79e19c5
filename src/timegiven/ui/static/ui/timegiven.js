// Comforts for browsers that run scripts: every page works without them.

const script = document.querySelector("script[data-tg-govuk]");

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}

// The menu folds away on a phone; without scripts it stays open.
for (const toggle of document.querySelectorAll(".tg-nav__toggle")) {
  const links = document.getElementById(toggle.getAttribute("aria-controls"));
  toggle.hidden = false;
  links.classList.add("tg-nav__list--folded");
  toggle.addEventListener("click", () => {
    const open = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(open));
    links.classList.toggle("tg-nav__list--folded", !open);
  });
}

// Filters fold away on a phone for the same reason.
for (const panel of document.querySelectorAll("[data-tg-fold]")) {
  if (window.matchMedia("(max-width: 40.0625em)").matches) panel.open = false;
}

for (const button of document.querySelectorAll("[data-tg-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// The addresses come from the page because they carry the fingerprint of each version.
if (script) {
  const [govuk, moj] = await Promise.all([import(script.dataset.tgGovuk), import(script.dataset.tgMoj)]);
  govuk.initAll();
  moj.initAll();
}
