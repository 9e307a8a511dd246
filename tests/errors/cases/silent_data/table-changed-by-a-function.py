# notice: copies.argument_changed_too
# source: constructed
# says: scaled\s+=\s+scale\(raw\.copy\(\)\)
# %% before
import pandas as pd
def scale(table):
    for c in ("age", "fare"):
        table[c] = (table[c] - table[c].mean()) / table[c].std()
    return table
def apart(first, second): return float((first.age - second.age).abs().max())
# %% cell
raw = pd.DataFrame({"age": [2., 30., 41., 60.], "fare": [7., 8., 70., 31.]})
scaled = scale(raw)
far = apart(raw, scaled)
# %% mended
raw = pd.DataFrame({"age": [2., 30., 41., 60.], "fare": [7., 8., 70., 31.]})
scaled = scale(raw.copy())
far = apart(raw, scaled)
