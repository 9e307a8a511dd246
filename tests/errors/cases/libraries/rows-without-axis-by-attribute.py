# rule: libraries_rows.without_axis
# source: constructed
# says: is a column, not a row
# says: axis=1
# %% before
import pandas as pd
shots = pd.DataFrame({'folder': ['owls', 'tits'], 'stem': ['a1', 'b7'], 'stars': [3, 5]})
# %% fails
shots['where'] = shots.apply(lambda r: r.folder + '/' + r.stem)
# %% mended
shots['where'] = shots.apply(lambda r: r.folder + '/' + r.stem, axis=1)
