# notice: none
# source: constructed
# %% before
import numpy as np, pandas as pd
df = pd.DataFrame({'a': [1., 0, 5], 'b': [3, 4, 0]})
from pathlib import Path
# %% cell
df['c'] = df.a / df.b.replace(0, np.nan)
df['d'] = (df.a - df.b) / df.a.std()
df['e'] = df.a / df.b
df['e'] = df['e'].fillna(0).clip(upper=10)
p = Path('a') / 'b'
df['f'] = df.b / df.a
df.loc[df.a == 0, 'f'] = 0
df.a.where(df.a > 0, 1).plot
df.a.abs().max()
