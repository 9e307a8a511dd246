# rule: columns_with_texts.number_with_text
# source: constructed
# says: df\.n < float\(limits\['n'\]\)
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"price": [0.5, 1.2, 3.4], "n": [1, 2, 3], "m": [2, 2, 2]})

limits = {'n': '2', 'm': '3'}
# %% fails
def below(df):
    return df[df.n < limits['n']]
below(df)
# %% mended
def below(df):
    return df[df.n < float(limits['n'])]
below(df)
