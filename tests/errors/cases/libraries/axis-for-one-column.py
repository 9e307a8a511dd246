# rule: libraries_rows.of_one_column
# source: constructed
# says: one column
# says: axis
# %% before
import pandas as pd
shots = pd.DataFrame({'folder': ['owls', 'tits'], 'stem': ['a1', 'b7'], 'stars': [3, 5]})
# %% fails
shots['good'] = shots['stars'].apply(lambda n: n > 4, axis=1)
# %% mended
shots['good'] = shots['stars'].apply(lambda n: n > 4)
