"""How many agreements were in force between every two parties, year by year, with pandas."""

import os

import pandas as pd

ENTENTE = os.environ["ENTENTE"]
years = [
    pd.read_csv(f"{ENTENTE}/api/v1/pairs/?format=csv&as_of={year}-07-01", keep_default_na=False).assign(year=year)
    for year in range(1950, 1960)
]  # keep_default_na: the code of Namibia is NAM here, but NA elsewhere
panel = pd.concat(years)[["year", "one", "two", "in_force"]]
print(panel.groupby("year")["in_force"].agg(["count", "sum"]))
