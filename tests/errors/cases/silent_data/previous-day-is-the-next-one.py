# notice: shifts.in_the_wrong_direction
# source: constructed
# says: shop\['prev_sales'\] =\s+shop\.sales\.shift\(1\)
# %% before
import pandas as pd, numpy as np
shop = pd.DataFrame({'date': pd.date_range('2023-01-01', periods=20), 'sales': np.arange(20.)})
# %% cell
shop['prev_sales'] = shop.sales.shift(-1)
# %% mended
shop['prev_sales'] = shop.sales.shift(1)
