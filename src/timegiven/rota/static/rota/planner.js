// Look again every three seconds while the planner is at work. Without scripts "Look again" does the same.

if (document.querySelector("[data-tr-going]")) {
  setTimeout(() => window.location.reload(), 3000);
}
