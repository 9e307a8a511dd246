# notice: none
# source: constructed
# %% before
import pandas as pd
df = pd.DataFrame({"day": pd.date_range("2021-01-01", periods=40).strftime("%Y-%m-%d"), "name": [f"n{i}" for i in range(40)], "zip": ["01234", "12345"] * 20})
df["date"] = pd.to_datetime(df.day)
# %% cell
a = df.sort_values('day')
b = df.sort_values('name')
c = df.sort_values('zip')
d = df.sort_values('date')
