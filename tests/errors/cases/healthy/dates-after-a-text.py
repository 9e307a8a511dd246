# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"price": [0.5, 1.2, 3.4], "n": [1, 2, 3], "m": [2, 2, 2]})

df['day'] = pd.to_datetime(['2019-01-02', '2020-05-01', '2021-02-02'])
# %% cell
new = df[(df['day'] >= '2020-01-01') & (df['n'] > float('1'))]
