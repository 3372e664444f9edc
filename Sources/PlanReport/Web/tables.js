// SPDX-License-Identifier: GPL-3.0-or-later
// Tables: sorting, a filter box, long ones folded, and each as a CSV file made on the spot.
(function () {
  "use strict";

  Symbio.each(".table", function (box) {
    var table = box.querySelector("table"), body = table.tBodies[0];
    var language = box.closest("[lang]").getAttribute("lang");
    var rows = Array.prototype.slice.call(body.rows);

    // Sorting: numbers by their value, words by the order of the language. A third press restores the order of the report.
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (heading.firstChild) { button.appendChild(heading.firstChild); }
      heading.appendChild(button);
      button.addEventListener("click", function () { sort(heading, column); });
    });

    // Headings that repeat on every printed page must be text: a button is drawn on the first page only.
    var headings = Array.prototype.slice.call(table.tHead.rows[0].cells);
    window.addEventListener("beforeprint", function () {
      headings.forEach(function (heading) {
        var button = heading.querySelector("button");
        if (!button) { return; }
        heading.printed = button;
        heading.textContent = button.textContent;
      });
    });
    window.addEventListener("afterprint", function () {
      headings.forEach(function (heading) {
        if (heading.printed) { heading.replaceChildren(heading.printed); }
        heading.printed = null;
      });
    });

    var words = new Intl.Collator(language, { numeric: true });
    function compare(left, right, column) {
      var one = left.cells[column], other = right.cells[column];
      if (!one.classList.contains("n")) { return words.compare(one.textContent, other.textContent); }
      var a = one.getAttribute("data-v"), b = other.getAttribute("data-v");
      if (a === null || b === null) { return a === b ? 0 : a === null ? 1 : -1; }
      return Number(a) - Number(b);
    }

    function sort(heading, column) {
      var before = heading.getAttribute("aria-sort");
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) { cell.removeAttribute("aria-sort"); });
      var isNumber = heading.classList.contains("n");
      var first = isNumber ? "descending" : "ascending", second = isNumber ? "ascending" : "descending";
      var next = before === first ? second : before === second ? null : first;
      var sorted = rows.slice();
      if (next) {
        heading.setAttribute("aria-sort", next);
        sorted.sort(function (left, right) { return (next === "ascending" ? 1 : -1) * compare(left, right, column); });
      }
      sorted.forEach(function (row) { body.appendChild(row); });
    }

    // Folding
    var more = box.querySelector(".more");
    function fold(isFolded) {
      box.classList.toggle("collapsed", isFolded);
      if (more) { more.hidden = !isFolded; }
    }
    if (more && rows.length > 15) {
      fold(true);
      more.addEventListener("click", function () {
        fold(false);
        count(rows.length);
      });
    } else if (more) {
      more.hidden = true;
    }

    // Filter: every word of the box must be in the row, accents as typed or left out.
    var input = box.querySelector("input"), shown = box.querySelector(".shown");
    function plain(text) { return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }
    function count(number) {
      if (!shown) { return; }
      shown.textContent = shown.getAttribute("data-text").replace("{0}", number).replace("{1}", rows.length);
    }
    if (input) {
      var texts = rows.map(function (row) { return plain(row.textContent); });
      input.addEventListener("input", function () {
        var wanted = plain(input.value).split(/\s+/).filter(Boolean), found = 0;
        rows.forEach(function (row, index) {
          var fits = wanted.every(function (word) { return texts[index].indexOf(word) >= 0; });
          row.hidden = !fits;
          if (fits) { found += 1; }
        });
        if (wanted.length) { fold(false); } else if (rows.length > 15) { fold(true); }
        count(wanted.length ? found : Math.min(rows.length, box.classList.contains("collapsed") ? 15 : rows.length));
      });
      count(Math.min(rows.length, 15));
    }

    // CSV in the marks of the language, opened right by a spreadsheet; a text that could be taken for a formula is made harmless.
    var isVietnamese = language === "vi", between = isVietnamese ? ";" : ",";
    function field(cell) {
      var value = cell.getAttribute("data-v");
      if (value !== null) { return isVietnamese ? value.replace(".", ",") : value; }
      var items = cell.querySelectorAll("li");
      var text = items.length ? Array.prototype.map.call(items, function (item) { return item.textContent; }).join("; ") : cell.textContent;
      if (/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)) { text = "'" + text; }
      return '"' + text.replace(/"/g, '""') + '"';
    }
    var link = box.querySelector(".csv");
    function prepare() {
      // A number with a unit of its own has the unit in a column beside it.
      var hasUnit = Array.prototype.map.call(table.tHead.rows[0].cells, function (cell, column) {
        return rows.some(function (row) { return row.cells[column].hasAttribute("data-u"); });
      });
      var lines = [table.tHead.rows[0]].concat(rows).map(function (row) {
        return Array.prototype.map.call(row.cells, function (cell, column) {
          return field(cell) + (hasUnit[column] ? between + '"' + (cell.getAttribute("data-u") || "").replace(/"/g, '""') + '"' : "");
        }).join(between);
      });
      link.href = "data:text/csv;charset=utf-8," + encodeURIComponent("\uFEFF" + lines.join("\r\n") + "\r\n");
    }
    ["pointerenter", "focus", "click"].forEach(function (event) { link.addEventListener(event, prepare); });
  });
})();
