# rule: libraries_positions.numbers_for_labels
# source: https://github.com/leosmigel/analyzingalpha/issues/3
# says: loc\s+goes\s+by\s+names
# says: \['Symbol', 'Date'\]
# %% before
import pandas as pd
stocks = pd.DataFrame({'Symbol': ['MMM', 'ABT'], 'Security': ['3M', 'Abbott'], 'Date': ['1976', '1964']})
# %% fails
part = stocks.loc[0:, [0, 2]]
# %% mended
part = stocks.loc[0:, ['Symbol', 'Date']]
