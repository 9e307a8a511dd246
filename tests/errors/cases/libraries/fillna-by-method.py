# rule: libraries_gone.argument_gone
# source: constructed
# says: method any more
# says: prices = prices\.ffill\(\)
# %% before
import pandas as pd
prices = pd.DataFrame({'eur': [1.0, None, 3.0]})
# %% fails
prices = prices.fillna(method='ffill')
# %% mended
prices = prices.ffill()
