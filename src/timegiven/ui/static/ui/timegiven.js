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

// What was open before somebody signed in, in another window, has the key of forms from before.
const renew = (key) => {
  for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = key;
};

// What came too late is sent again with one press by whoever has signed in meanwhile.
const again = document.querySelector("[data-tg-again]");
if (again) {
  addEventListener("focus", async () => {
    const answer = await fetch(again.dataset.tgAgain, { cache: "no-store" });
    const stands = answer.ok ? await answer.json() : {};
    if (!stands.key) return;
    renew(stands.key);
    again.textContent = `You are signed in as ${stands.name}. If that is right, send it again.`;
  });
}

// Whoever opens other people's records is signed out after a pause: told before, and goes on with one press.
const pause = document.querySelector("[data-tg-pause]");
if (pause) {
  const { tgPause, tgStill, tgWho } = pause.dataset;
  const warning = Math.min(300, tgPause / 3); // seconds
  const form = pause.querySelector("form");
  let acted = false;
  let last = false; // it is signing in that ends, which nothing puts off
  let told = false; // that it ends soon
  let next;
  for (const kind of ["keydown", "pointerdown", "input"]) addEventListener(kind, () => (acted = true), { passive: true });

  const ask = async (method) => {
    const body = method === "POST" ? new FormData(form) : undefined;
    const answer = await fetch(tgStill, { method, body, cache: "no-store" });
    return answer.ok ? answer.json() : { seconds: 0 };
  };
  const show = (left) => {
    const minutes = Math.ceil(left / 60);
    pause.querySelector("[data-tg-left]").textContent = minutes === 1 ? "1 minute" : `${minutes} minutes`;
    pause.querySelector("[data-tg-soon]").hidden = left <= 0;
    pause.querySelector("[data-tg-over]").hidden = left > 0;
    for (const part of pause.querySelectorAll("[data-tg-idle]")) part.hidden = last;
    for (const part of pause.querySelectorAll("[data-tg-last]")) part.hidden = !last;
    pause.setAttribute("aria-labelledby", left > 0 ? "tg-pause-title" : "tg-pause-over");
    pause.classList.toggle("tg-pause--over", left <= 0);
    if (!pause.open) pause.showModal();
  };
  const look = async () => {
    clearTimeout(next);
    let wait = 30;
    try {
      let stands = await ask("GET");
      if (stands.who && stands.who !== tgWho) return location.reload(); // somebody else has signed in here
      if (stands.key) renew(stands.key);
      if (stands.seconds > 0 && acted) stands = await ask("POST");
      acted = false;
      last = stands.last ?? last;
      told &&= last;
      if (stands.seconds > warning || (stands.seconds > 0 && last && told)) {
        pause.close();
        wait = stands.seconds > warning ? stands.seconds - warning : stands.seconds;
      } else show(stands.seconds);
    } catch {
      // The site does not answer: ask again later.
    }
    next = setTimeout(look, wait * 1000);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    acted = true;
    told = last;
    look();
  });
  pause.addEventListener("cancel", (event) => event.preventDefault()); // a choice, or the time, closes it
  addEventListener("focus", () => pause.open && look());
  next = setTimeout(look, (tgPause - warning) * 1000);
}

// The addresses come from the page because they carry the fingerprint of each version.
if (script) {
  const [govuk, moj] = await Promise.all([import(script.dataset.tgGovuk), import(script.dataset.tgMoj)]);
  govuk.initAll();
  moj.initAll();
}
