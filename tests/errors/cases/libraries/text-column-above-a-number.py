# rule: not columns_with_texts.number_with_text
# source: constructed
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"price": [0.5, 1.2, 3.4], "n": [1, 2, 3], "m": [2, 2, 2]})

df['t'] = ['1', '2', 'x']
# %% fails
df[df['t'] > 1]
