// Replaces this page instead of leaving it behind: Back must not lead to it.
const exit = document.getElementById("quick-exit");
function leave() {
  document.body.replaceChildren();
  location.replace(exit.href);
}
if (exit) {
  const presses = [];
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    presses.push(event.timeStamp);
    if (presses.length >= 3 && event.timeStamp - presses[presses.length - 3] < 2000) leave();
  });
}
