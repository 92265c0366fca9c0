// Finds answers by their words. The words are loaded when somebody searches, as a script: a file on a stick cannot be asked.
(function () {
  "use strict";
  var place = document.getElementById("search"), found = document.getElementById("found"), field;
  var LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.", CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбю";
  function make(tag, parent, text) {
    var made = parent.appendChild(document.createElement(tag));
    if (text) made.textContent = text;
    return made;
  }
  function say(what) { found.textContent = what && found.getAttribute("data-" + what); }
  function stem(word) {
    var bare = word.replace(/(ing|s)$/, "");
    word = bare.length > 2 ? bare : word;
    return word.slice(0, Math.min(5, Math.max(4, word.length - 2)));
  }
  function stems(text) { // as bot/site/search.py cuts them, each once
    return (text.toLowerCase().replace(/ё/g, "е").match(/[0-9]{3,}|[a-zа-я]{3,}/g) || []).map(stem)
      .filter(function (word, at, all) { return all.indexOf(word) === at; });
  }
  function typed(text) { // the same keys on a Russian keyboard
    return text.toLowerCase().replace(/[^\s]/g, function (sign) { return CYRILLIC[LATIN.indexOf(sign)] || sign; });
  }
  function near(one, other) { // one sign is another, too many or missing, or two have changed places
    var at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    var left = one.slice(at), right = other.slice(at);
    return left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1) ||
      left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0];
  }
  function hits(text) {
    var known = {}, worth = {};
    window.siteWords.forEach(function (page) {
      Object.keys(page[2]).forEach(function (each) {
        page[2][each].split(" ").forEach(function (word) { known[word] = true; });
      });
    });
    stems(text).forEach(function (word) {
      if (known[word]) worth[word] = 1;
      else if (word.length > (/[a-z]/.test(word) ? 4 : 3)) {
        Object.keys(known).forEach(function (each) { if (near(word, each)) worth[each] = worth[each] || 0.5; });
      }
    });
    return window.siteWords.map(function (page, at) {
      var sum = 0;
      Object.keys(page[2]).forEach(function (each) {
        page[2][each].split(" ").forEach(function (word) { sum += each * (worth[word] || 0); });
      });
      return [sum, -at, page];
    }).filter(function (hit) { return hit[0]; }).sort(function (one, other) { return other[0] - one[0] || other[1] - one[1]; });
  }
  function show() {
    var best = hits(field.value);
    if (!best.length && document.documentElement.lang === "ru") best = hits(typed(field.value));
    say(best.length || !field.value.trim() ? "" : "none");
    best.slice(0, 8).forEach(function (hit) {
      make("a", make("p", found), hit[2][1]).href = hit[2][0] + ".html";
    });
  }
  function search(event) {
    event.preventDefault();
    if (window.siteWords) { show(); return; }
    var script = document.createElement("script");
    script.src = "words.js";
    script.onload = show;
    script.onerror = function () { document.head.removeChild(script); say("failed"); };
    say("wait");
    document.head.appendChild(script);
  }
  var form = make("form", place);
  make("label", form, place.getAttribute("data-label")).htmlFor = "words";
  field = make("input", form);
  field.id = "words";
  field.type = "search";
  field.autocomplete = "off";
  make("button", form, place.getAttribute("data-button"));
  form.addEventListener("submit", search);
})();
