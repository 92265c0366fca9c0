// Finds answers by their words. The words are loaded when somebody searches, as a script: a file on a stick cannot be asked.
(function () {
  "use strict";
  var form = document.getElementById("search"), field = document.getElementById("words");
  var found = document.getElementById("found");
  function say(what) { found.textContent = what && found.getAttribute("data-" + what); }
  function stem(word) { return word.slice(0, Math.min(5, Math.max(4, word.length - 2))); }
  function stems(text) { // as bot/site/search.py cuts them, each once
    var words = text.toLowerCase().replace(/ё/g, "е").split(/[^0-9a-zа-я]+/);
    return words.filter(function (word) { return word.length > 2; }).map(stem)
      .filter(function (word, at, all) { return all.indexOf(word) === at; });
  }
  function show() {
    var asked = stems(field.value), hits = [];
    window.siteWords.forEach(function (page, at) {
      var sum = 0;
      Object.keys(page[2]).forEach(function (worth) {
        var known = " " + page[2][worth] + " ";
        asked.forEach(function (word) { if (known.indexOf(" " + word + " ") >= 0) sum += Number(worth); });
      });
      if (sum) hits.push([sum, -at, page]);
    });
    hits.sort(function (one, other) { return other[0] - one[0] || other[1] - one[1]; });
    say(hits.length ? "" : "none");
    hits.slice(0, 8).forEach(function (hit) {
      var line = document.createElement("p"), link = document.createElement("a");
      link.href = hit[2][0] + ".html";
      link.textContent = hit[2][1];
      line.appendChild(link);
      found.appendChild(line);
    });
  }
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (window.siteWords) { show(); return; }
    var script = document.createElement("script");
    script.src = "words.js";
    script.onload = show;
    script.onerror = function () { document.head.removeChild(script); say("failed"); };
    say("wait");
    document.head.appendChild(script);
  });
  form.hidden = false;
})();
