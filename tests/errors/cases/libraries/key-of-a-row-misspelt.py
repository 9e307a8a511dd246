# rule: libraries_rows.key_of_a_row
# source: constructed
# says: no column 'star'
# says: r\['stars'\]
# %% before
import pandas as pd
shots = pd.DataFrame({'folder': ['owls', 'tits'], 'stem': ['a1', 'b7'], 'stars': [3, 5]})
# %% fails
shots['good'] = shots.apply(lambda r: r['star'] > 4, axis=1)
# %% mended
shots['good'] = shots.apply(lambda r: r['stars'] > 4, axis=1)
