# notice: small_floats.too_large_for_float16
# source: constructed
# says: In\s+shrink:\s+table\['turnover'\]\s+holds\s+inf
# says: 65504
# says: table\[name\]\s+=\s+table\[name\]\.astype\('float32'\)
# %% before
import pandas as pd, numpy as np
def load(): return pd.DataFrame({'turnover': np.linspace(2e4, 9e5, 60), 'share': np.linspace(0, 1, 60)})
def shrink(table):
    for name in ['turnover', 'share']:
        table[name] = table[name].astype('float16')
    return table
# %% cell
shops = shrink(load())
shops.describe()
# %% mended
def shrink(table):
    for name in ['turnover', 'share']:
        table[name] = table[name].astype('float32')
    return table
shops = shrink(load())
