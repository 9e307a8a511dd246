# notice: none
# source: constructed
# %% before
from pathlib import Path
import pandas as pd, numpy as np

Path("breeds.txt").write_text("pug dog\nred fox\nsea cow\n")
Path("tags.csv").write_text("tags\nclear;haze\nhaze\nclear;road;water\n")
Path("lines.txt").write_text("a|b\nc|d\n")
Path("quotes.csv").write_text('quote\n"yes, we do"\n"no, never"\n')
Path("paths.csv").write_text("file,label\na b.jpg,cat\n")
# %% cell
breeds = pd.read_csv("breeds.txt", header=None, names=["breed"])
two = pd.read_csv("breeds.txt")
tags = pd.read_csv("tags.csv")
raw = pd.read_csv("lines.txt", header=None, names=["line"])
quotes = pd.read_csv("quotes.csv")
paths = pd.read_csv("paths.csv")
df = pd.DataFrame({"kind": ["cat", "dog", "cow"], "age": [1.0, 2.0, np.nan], "empty": [np.nan] * 3})
df["code"] = df["kind"].map({"cat": 0, "dog": 1})
df["none"] = df["empty"].map({1.0: "a"})
df["size"] = df.kind.map({"horse": 1, "cow pony": 2}).fillna(0)
df["long"] = df["kind"].map(len)
