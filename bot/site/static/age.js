// Marks what the page's own words say has passed its days, by the clock of the reader; without it the words stand.
(function () {
  "use strict";
  var now = new Date();
  function two(n) { return (n < 10 ? "0" : "") + n; }
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  var parts = document.querySelectorAll("[data-due]"), help = document.getElementById("help"), fold;
  for (var i = 0; i < parts.length; i++) {
    var part = parts[i], due = part.getAttribute("data-due"), shuts = part.getAttribute("data-shuts");
    if (today <= due) continue;
    part.className += " past";
    if (!shuts || today <= shuts) {
      var note = part.querySelector(".known"), over = part.getAttribute("data-over");
      if (over) {
        note = part.insertBefore(document.createElement("p"), part.children[1]);
        note.className = "known";
        note.textContent = over;
      }
      note.textContent = "⏳ " + note.textContent;
      continue;
    }
    if (!fold || part.previousSibling !== fold) { // what stands together is folded together
      fold = document.createElement("details");
      var said = document.createElement("summary");
      said.textContent = "⚠️ " + part.getAttribute("data-mark");
      fold.appendChild(said);
      part.parentNode.insertBefore(fold, part);
      if (help) help.hidden = false;
    }
    fold.appendChild(part);
  }
})();
