from typing import Literal

ShowFiguresPeriod = Literal["day", "month", "week"]

SHOW_FIGURES_PERIOD_VALUES: set[ShowFiguresPeriod] = {
    "day",
    "month",
    "week",
}


def check_show_figures_period(value: str) -> ShowFiguresPeriod:
    if value in SHOW_FIGURES_PERIOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHOW_FIGURES_PERIOD_VALUES!r}")
