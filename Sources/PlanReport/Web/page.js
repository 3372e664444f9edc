// SPDX-License-Identifier: GPL-3.0-or-later
// The page itself: language, theme, print, the mark in the contents, the tip. Charts and tables build on what it leaves in `Symbio`.
var Symbio = (function () {
  "use strict";
  var root = document.documentElement;
  root.setAttribute("data-script", "");

  // Each drawing is drawn when its language is first seen, and again when its width changes.
  var drawings = [];
  function add(element, draw) { drawings.push({ element: element, draw: draw, width: 0 }); }
  function refresh(isForced) {
    drawings.forEach(function (drawing) {
      var width = drawing.element.clientWidth;
      if (width > 0 && (isForced || width !== drawing.width)) {
        drawing.width = width;
        drawing.draw(width);
      }
    });
  }

  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }

  // Storage is closed to some files opened from disk; then a choice lasts as long as the page.
  function remember(key, value) { try { localStorage.setItem("symbio-" + key, value); } catch (error) { return; } }
  function recall(key) { try { return localStorage.getItem("symbio-" + key); } catch (error) { return null; } }

  // Language
  function speak(language, isKept) {
    if (!document.querySelector('.page[data-page="' + language + '"]')) { return; }
    root.setAttribute("data-language", language);
    root.setAttribute("lang", language);
    if (isKept) { remember("language", language); }
    refresh(false);
    follow();
  }
  each("[data-switch]", function (button) {
    button.addEventListener("click", function () {
      var from = button.closest(".page"), language = button.getAttribute("data-switch");
      var here = current(from);
      speak(language, true);
      var there = here && document.getElementById(here.id.replace(/^../, language));
      if (there && window.scrollY > 200) { there.scrollIntoView(); }
      var back = document.querySelector('.page[data-page="' + language + '"] [data-switch]');
      if (back) { back.focus({ preventScroll: true }); }
    });
  });

  // Theme: the reader's system's, until a button says otherwise.
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  function show(theme) {
    root.setAttribute("data-theme", theme);
    each("[data-theme-switch]", function (button) {
      button.textContent = button.getAttribute(theme === "dark" ? "data-light" : "data-dark");
    });
  }
  function theme() { return recall("theme") || (system.matches ? "dark" : "light"); }
  system.addEventListener("change", function () { show(theme()); });
  each("[data-theme-switch]", function (button) {
    button.addEventListener("click", function () {
      var next = root.getAttribute("data-theme") === "dark" ? "light" : "dark";
      remember("theme", next);
      show(next);
    });
  });
  show(theme());

  each("[data-print]", function (button) { button.addEventListener("click", function () { window.print(); }); });

  // The section being read, marked in the contents.
  function current(page) {
    var found = null;
    Array.prototype.forEach.call(page.querySelectorAll("section"), function (section) {
      if (section.getBoundingClientRect().top < window.innerHeight * 0.35) { found = section; }
    });
    return found;
  }
  function follow() {
    each(".page", function (page) {
      if (!page.offsetParent) { return; }
      var section = current(page);
      Array.prototype.forEach.call(page.querySelectorAll(".contents a"), function (link) {
        if (section && link.getAttribute("href") === "#" + section.id) {
          link.setAttribute("aria-current", "true");
        } else {
          link.removeAttribute("aria-current");
        }
      });
    });
  }
  window.addEventListener("scroll", follow, { passive: true });

  var waiting = null;
  window.addEventListener("resize", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { refresh(false); }, 120);
  });
  window.addEventListener("beforeprint", function () { refresh(false); });
  window.addEventListener("afterprint", function () { refresh(false); });

  // The tip
  var tip = document.getElementById("tip");
  function tell(text, x, y) {
    tip.textContent = text;
    tip.hidden = false;
    var box = tip.getBoundingClientRect();
    tip.style.left = Math.max(6, Math.min(x + 14, window.innerWidth - box.width - 6)) + "px";
    tip.style.top = (y + 18 + box.height > window.innerHeight ? Math.max(6, y - box.height - 10) : y + 18) + "px";
  }
  function hush() { tip.hidden = true; }
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hush(); } });
  window.addEventListener("scroll", hush, { passive: true });

  // Marks tell their detail under the pointer, and under the arrow keys when their drawing has the focus.
  function walk(drawing, marks, data) {
    var live = drawing.parentNode.querySelector(".live"), at = -1;
    if (live && !drawing.hasAttribute("data-walk")) {
      drawing.setAttribute("data-walk", "");
      var hint = document.createElement("span");
      hint.className = "visually-hidden";
      hint.textContent = data.walk;
      drawing.parentNode.insertBefore(hint, live);
    }
    marks.forEach(function (mark) {
      mark.node.addEventListener("mousemove", function (event) { tell(mark.detail, event.clientX, event.clientY); });
      mark.node.addEventListener("mouseleave", hush);
      mark.node.addEventListener("click", function (event) { tell(mark.detail, event.clientX, event.clientY); });
    });
    function leave() {
      if (marks[at]) { marks[at].node.classList.remove("walked"); }
      hush();
    }
    drawing.onkeydown = function (event) {
      var step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (!step && event.key !== "Home" && event.key !== "End" || !marks.length) { return; }
      event.preventDefault();
      event.stopPropagation();
      leave();
      at = event.key === "Home" ? 0 : event.key === "End" ? marks.length - 1 : Math.max(0, Math.min(marks.length - 1, at + step));
      var mark = marks[at], box = mark.node.getBoundingClientRect();
      mark.node.classList.add("walked");
      if (live) { live.textContent = mark.detail; }
      tell(mark.detail, box.left + box.width / 2, box.top + box.height / 2);
    };
    drawing.onblur = leave;
  }

  document.addEventListener("DOMContentLoaded", function () {
    var asked = new URLSearchParams(window.location.hash.replace(/^#/, "?")).get("lang");
    if (asked === "both") {
      root.setAttribute("data-print", "both");
    } else {
      var kept = recall("language");
      if (asked || kept) { speak(asked || kept, false); }
    }
    refresh(true);
    follow();
  });

  return { add: add, each: each, walk: walk, tell: tell, hush: hush, root: root };
})();
