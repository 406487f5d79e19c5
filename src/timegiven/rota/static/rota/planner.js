// Look again every three seconds while the planner is at work. Without scripts "Look again" does the same.

if (document.querySelector("[data-tr-going]")) {
  const again = setTimeout(() => window.location.reload(), 3000);
  // Whoever is on their way to another page is not called back.
  window.addEventListener("beforeunload", () => clearTimeout(again));
}
