# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np
shop = pd.DataFrame({'date': pd.date_range('2023-01-01', periods=20), 'sales': np.arange(20.)})
late = shop.iloc[::-1].reset_index(drop=True)
# %% cell
late['prev_sales'] = late.sales.shift(-1)
