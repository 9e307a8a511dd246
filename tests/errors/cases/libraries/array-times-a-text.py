# rule: columns_with_texts.number_with_text
# source: constructed
# says: float\(rate\)
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"price": [0.5, 1.2, 3.4], "n": [1, 2, 3], "m": [2, 2, 2]})

rate = input_text = '1.5'
prices = df['price'].to_numpy()
# %% fails
print(prices * rate)
# %% mended
print(prices * float(rate))
