// Finds answers by their words. The words are loaded when somebody searches, as a script: a file on a stick cannot be asked.
(function () {
  "use strict";
  var form = document.getElementById("search"), field = document.getElementById("words");
  var found = document.getElementById("found");
  function plain(text) {
    return text.toLowerCase().replace(/ё/g, "е").split(/[^0-9a-zа-я-]+/).filter(function (word) { return word.length > 2; });
  }
  function stem(word) { return word.length > 5 ? word.slice(0, Math.min(6, Math.max(4, word.length - 2))) : word; }
  function show() {
    var asked = plain(field.value).map(stem), pages = window.siteWords, hits = [];
    var worth = asked.map(function (word) { // a word that stands in every answer says nothing
      var among = pages.filter(function (page) { return page[2].indexOf(" " + word) >= 0; }).length;
      return among ? Math.log((pages.length + 1) / among) : 0;
    });
    pages.forEach(function (page, at) {
      var sum = 0, title = " " + plain(page[1]).join(" ");
      asked.forEach(function (word, number) {
        if (page[2].indexOf(" " + word) >= 0) sum += worth[number] * (title.indexOf(" " + word) >= 0 ? 2 : 1);
      });
      if (sum > 0.5) hits.push([sum, -at, page]);
    });
    hits.sort(function (one, other) { return other[0] - one[0] || other[1] - one[1]; });
    found.textContent = "";
    if (!hits.length) found.textContent = found.getAttribute("data-none");
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
    document.head.appendChild(script);
  });
  form.hidden = false;
})();
