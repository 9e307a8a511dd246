# rule: libraries_rows.without_axis
# source: constructed
# says: each single value
# says: axis=1
# %% before
import pandas as pd
shots = pd.DataFrame({'folder': ['owls', 'tits'], 'stem': ['a1', 'b7'], 'stars': [3, 5]})
# %% fails
shots['good'] = shots.map(lambda r: r['stars'] > 4)
# %% mended
shots['good'] = shots.apply(lambda r: r['stars'] > 4, axis=1)
