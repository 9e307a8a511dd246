# rule: none
# source: constructed
# %% before
import pandas as pd
df = pd.DataFrame({'a': [1, 2]})
def look(row): raise KeyError('a')
# %% fails
df.apply(look, axis=1)
