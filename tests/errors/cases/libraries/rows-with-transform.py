# rule: libraries_rows.without_axis
# source: constructed
# says: axis=1
# %% before
import pandas as pd
shots = pd.DataFrame({'folder': ['owls', 'tits'], 'stem': ['a1', 'b7'], 'stars': [3, 5]})
# %% fails
shots['where'] = shots.transform(lambda r: r['folder'] + r['stem'])
# %% mended
shots['where'] = shots.apply(lambda r: r['folder'] + r['stem'], axis=1)
