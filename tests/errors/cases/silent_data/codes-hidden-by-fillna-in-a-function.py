# notice: read_tables.codes_without_values
# source: constructed
# says: In\s+encode
# says: t\['size'\]\s+holds\s+'small',\s+'large'
# %% before
import pandas as pd
shirts = pd.DataFrame({"size": ["small", "large", "large", "small"], "price": [9., 12., None, 8.]})
sizes = {"Small ": 1, "Large ": 2}
def encode(t):
    t = t.copy()
    t["price"] = t["price"].fillna(t["price"].mean())
    t["code"] = t["size"].map(sizes)
    t["code"] = t["code"].fillna(0).astype(int)
    return t
# %% cell
coded = encode(shirts)
# %% mended
sizes = {'small': 1, 'large': 2}
coded = encode(shirts)
