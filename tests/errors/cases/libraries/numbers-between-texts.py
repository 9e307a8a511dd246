# rule: columns_with_texts.number_with_text
# source: constructed
# says: df\['n'\]\.between\(1, 3\)
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"price": [0.5, 1.2, 3.4], "n": [1, 2, 3], "m": [2, 2, 2]})

# %% fails
mid = df[df['n'].between('1', '3')]
# %% mended
mid = df[df['n'].between(1, 3)]
