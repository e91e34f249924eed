"""A small builder of SVG: everything is escaped, numbers are short."""

from __future__ import annotations

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe


def number(value: float) -> str:
    """``value`` with at most one decimal: "12", "12.5"."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def element(tag: str, *children: str, **attributes: str | float | None) -> SafeString:
    """One element. ``class_`` is class, ``text_anchor`` text-anchor; None leaves it out.

    Children that are not SafeString are escaped as text.
    """
    written = "".join(
        f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None
    )
    inside = "".join(conditional_escape(child) for child in children)
    return mark_safe(f"<{tag}{written}>{inside}</{tag}>")  # noqa: S308 - escaped above


def picture(
    width: float,
    height: float,
    *children: str,
    title: str,
    description: str = "",
    class_: str = "chart",
    interactive: bool = False,
) -> SafeString:
    """The outermost element. A picture with links in it is a group, else one image."""
    parts = [element("title", title)]
    if description:
        parts.append(element("desc", description))
    label = f"{title}. {description}" if description else title
    return element(
        "svg",
        *parts,
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        class_=class_,
        role="group" if interactive else "img",
        aria_label=label,
    )


def text(x: float, y: float, words: str, class_: str = "", anchor: str = "start") -> SafeString:
    """Words at a point; ``anchor`` is start, middle or end."""
    return element(
        "text",
        words,
        x=x,
        y=y,
        class_=class_ or None,
        text_anchor=None if anchor == "start" else anchor,
    )


def link(href: str | None, label: str, *children: str) -> SafeString:
    """``children`` as a link named ``label``; without an address only named."""
    inside = (element("title", label), *children)
    if not href:
        return element("g", *inside)
    return element("a", *inside, href=href, aria_label=label)


def _name(key: str) -> str:
    if key == "viewBox":
        return key
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return str(conditional_escape(value)) if isinstance(value, str) else number(value)
