/* What the pages do beyond plain HTML: menus close, an upload says that it is under way, a button prints. */
"use strict";

(() => {
  const openMenus = () => document.querySelectorAll("details.menu[open]");

  document.addEventListener("click", (event) => {
    openMenus().forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openMenus().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-progress]")) return;
    form.querySelector(".progress").hidden = false;
    form.querySelector("[type=submit]").disabled = true;
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });

  document.querySelectorAll("[data-print]").forEach((button) => (button.hidden = false));

  window.addEventListener("pageshow", () => {
    document.querySelectorAll("[data-progress]").forEach((form) => {
      form.querySelector(".progress").hidden = true;
      form.querySelector("[type=submit]").disabled = false;
    });
  });

  // filters act at once, so their button is only for those without JavaScript
  const hideButtons = () => {
    document.querySelectorAll("[data-without-script]").forEach((part) => (part.hidden = true));
  };

  // filters are folded away on a small screen and open on a wide one
  const unfold = () => {
    const wide = window.matchMedia("(min-width: 64rem)").matches;
    document.querySelectorAll("details[data-open-wide]").forEach((part) => (part.open = wide));
  };

  const focusErrors = () => document.getElementById("form-errors")?.focus();

  hideButtons();
  unfold();
  focusErrors();
  document.addEventListener("htmx:afterSwap", hideButtons);
})();
