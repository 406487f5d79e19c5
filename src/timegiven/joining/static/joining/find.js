// Whom a name finds, with every letter that is typed. Without this script the button does the same.

const form = document.querySelector("[data-tg-find]");
const shown = document.querySelector("[data-tg-found]");
const box = form.elements.words;
let waiting;
let asking;

async function find() {
  asking?.abort();
  asking = new AbortController();
  const words = new URLSearchParams({ words: box.value, part: "" });
  try {
    const answer = await fetch(`${form.action.split("?")[0]}?${words}`, { signal: asking.signal });
    if (answer.ok && !answer.redirected) shown.innerHTML = await answer.text();
  } catch (trouble) {
    if (trouble.name !== "AbortError") throw trouble;
  }
}

box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(find, 120);
});
