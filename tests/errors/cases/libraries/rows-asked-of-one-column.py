# rule: libraries_rows.of_one_column
# source: constructed
# says: one value of the column
# says: axis=1
# %% before
import pandas as pd
shots = pd.DataFrame({'folder': ['owls', 'tits'], 'stem': ['a1', 'b7'], 'stars': [3, 5]})
# %% fails
shots['where'] = shots['stem'].apply(lambda r: r['folder'] + '/' + r['stem'])
# %% mended
shots['where'] = shots.apply(lambda r: r['folder'] + '/' + r['stem'], axis=1)
