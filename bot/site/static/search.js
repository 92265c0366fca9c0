// Finds answers by their words. The words are loaded when somebody searches, as a script: a file on a stick cannot be asked.
(function () {
  "use strict";
  var form = document.getElementById("search"), field = document.getElementById("words");
  var found = document.getElementById("found");
  function plain(text) {
    return text.toLowerCase().replace(/ё/g, "е").split(/[^0-9a-zа-я-]+/).filter(function (word) { return word.length > 1; });
  }
  function stem(word) { return word.length > 5 ? word.slice(0, Math.max(4, word.length - 3)) : word; }
  function show() {
    var asked = plain(field.value).map(stem), hits = [];
    window.siteWords.forEach(function (page, at) {
      var count = 0;
      asked.forEach(function (word) {
        if (page[2].indexOf(" " + word) >= 0) count += page[1].toLowerCase().indexOf(word) >= 0 ? 3 : 1;
      });
      if (count) hits.push([count, -at, page]);
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
