"""The icons, drawn for Renkei on a grid of 24: path data only, coloured by the text around them."""

from __future__ import annotations

ICONS: dict[str, str] = {
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13ZM15.3 15.3L20 20",
    "download": "M12 4v11M7.5 11L12 15.5L16.5 11M5 20h14",
    "upload": "M12 16V5M7.5 9.5L12 5l4.5 4.5M5 20h14",
    "close": "M6 6l12 12M18 6L6 18",
    "add": "M12 5v14M5 12h14",
    "edit": "M5 19l1-4L16.5 4.5l3 3L9 18l-4 1ZM14.5 6.5l3 3",
    "undo": "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9",
    "person": "M12 4.5a4 4 0 1 0 0 8a4 4 0 0 0 0-8ZM4.5 20.5c.8-3.6 3.8-5.5 7.5-5.5s6.7 2 7.5 5.5",
    "down": "M6 9.5l6 6l6-6",
    "up": "M6 14.5l6-6l6 6",
    "left": "M14.5 6l-6 6l6 6",
    "right": "M9.5 6l6 6l-6 6",
    "sort": "M8 10l4-4l4 4M8 14l4 4l4-4",
    "info": "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17ZM12 11v5.5M12 7.2v.6",
    "error": "M8.4 3.5h7.2l4.9 4.9v7.2l-4.9 4.9H8.4l-4.9-4.9V8.4ZM12 7.5v5.5M12 16v.6",
    "warning": "M12 4L2.8 20h18.4ZM12 10v5M12 17.2v.6",
    "success": "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17ZM8 12.3l2.8 2.8L16 9.7",
    "document": "M6 3.5h8.5L19 8v12.5H6ZM14 3.5V8.5h5M9 12.5h7M9 16h7",
    "sheet": "M4 5h16v14H4ZM4 9.7h16M4 14.3h16M10 5v14",
    "filter": "M4 6h16M7 12h10M10 18h4",
    "printer": "M7 9V4h10v5M7 17H4.5V9h15v8H17M7 14h10v6H7Z",
}
