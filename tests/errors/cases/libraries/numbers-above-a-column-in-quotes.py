# rule: columns_with_texts.number_with_text
# source: constructed
# says: df\['m'\]
# says: column of that name
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"price": [0.5, 1.2, 3.4], "n": [1, 2, 3], "m": [2, 2, 2]})

# %% fails
more = df[df.n > 'm']
# %% mended
more = df[df.n > df['m']]
