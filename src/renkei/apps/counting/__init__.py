"""Indicators that count themselves: their kept questions, frozen answers and cited activities."""
