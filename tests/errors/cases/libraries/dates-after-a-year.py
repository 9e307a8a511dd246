# rule: columns_with_texts.number_with_text
# source: constructed
# says: df\['day'\]\.dt\.year >= 2020
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"price": [0.5, 1.2, 3.4], "n": [1, 2, 3], "m": [2, 2, 2]})

df['day'] = pd.to_datetime(['2019-01-02', '2020-05-01', '2021-02-02'])
# %% fails
new = df[df['day'] >= 2020]
# %% mended
new = df[df['day'].dt.year >= 2020]
