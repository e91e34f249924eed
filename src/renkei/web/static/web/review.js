/* Keys on the page where records are checked. Each presses what is on the page and says its key. */
"use strict";

(() => {
  const STORED = "renkei-review-keys";
  const toggle = document.getElementById("review-keys");
  const writing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select");

  const remembered = () => {
    try {
      return localStorage.getItem(STORED) !== "off";
    } catch (refused) {
      return true; // a browser that keeps nothing still has keys
    }
  };

  const remember = (on) => {
    try {
      localStorage.setItem(STORED, on ? "on" : "off");
    } catch (refused) {
      toggle.checked = on;
    }
  };

  if (toggle) {
    toggle.checked = remembered();
    toggle.closest("[data-with-script]").hidden = false;
    toggle.addEventListener("change", () => remember(toggle.checked));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
    if ((toggle && !toggle.checked) || writing(event.target)) return;
    const pressed = document.querySelector(`[data-key~="${CSS.escape(event.key)}"]`);
    if (!pressed) return;
    event.preventDefault();
    if (pressed.matches("input[type=text]")) pressed.focus();
    else pressed.click();
    if (pressed.matches("summary")) pressed.parentElement.querySelector("input[type=text]").focus();
  });
})();
