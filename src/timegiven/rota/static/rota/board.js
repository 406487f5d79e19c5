// Drag a duty to another day. The page works without: "Move" on each duty leads to the same form.

const form = document.getElementById("drag");
const hint = document.querySelector(".tr-drag-hint");
let lifted = null;

if (form && window.matchMedia("(min-width: 61.25em) and (pointer: fine)").matches) {
  hint.hidden = false;
  for (const line of document.querySelectorAll("[data-tr-move]")) {
    line.addEventListener("dragstart", (event) => {
      lifted = line;
      line.classList.add("tr-line--lifted");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", line.dataset.trMove);
    });
    line.addEventListener("dragend", () => {
      line.classList.remove("tr-line--lifted");
      lifted = null;
    });
  }
  for (const day of document.querySelectorAll("[data-tr-day]")) {
    const mark = (over) => day.classList.toggle("tr-board__day--over", over);
    day.addEventListener("dragover", (event) => {
      if (!lifted || day.contains(lifted)) return;
      event.preventDefault();
      mark(true);
    });
    day.addEventListener("dragleave", () => mark(false));
    day.addEventListener("drop", (event) => {
      event.preventDefault();
      mark(false);
      if (lifted && !day.contains(lifted)) put(lifted, day);
    });
  }
}

// Nobody is asked about a draft, so it moves at once. Where people have answered, the form says first what follows.
function put(line, day) {
  const { trMove, trDraft, trStarts, trEnds } = line.dataset;
  if (!trDraft) {
    window.location.assign(`${trMove}?day=${day.dataset.trIso}`);
    return;
  }
  form.action = `${trMove}?board=1`;
  form.elements.day.value = day.dataset.trDay;
  form.elements.starts.value = trStarts;
  form.elements.ends.value = trEnds;
  form.submit();
}
