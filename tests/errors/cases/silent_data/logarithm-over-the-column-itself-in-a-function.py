# notice: made_infinite.log_of_zeros
# source: constructed
# says: In prepare:
# says: was\s+0
# says: t\[c\]\s+=\s+np\.log10\(t\[c\]\s+\+\s+1\)
# %% before
import pandas as pd, numpy as np
shops = pd.DataFrame({'sales': [0, 12, 30, 0, 7], 'size': [1, 2, 3, 4, 5]})
# %% cell
def prepare(t, c):
    t[c] = t[c].apply(np.log10)
    return t
prepare(shops, 'sales').mean()
# %% mended
shops = pd.DataFrame({'sales': [0, 12, 30, 0, 7], 'size': [1, 2, 3, 4, 5]})
def prepare(t, c):
    t[c] = np.log10(t[c] + 1)
    return t
prepare(shops, 'sales').mean()
