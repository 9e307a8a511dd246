# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np
shop = pd.DataFrame({'date': pd.date_range('2023-01-01', periods=20), 'sales': np.arange(20.)})
late = shop.sort_values('date', ascending=False)
plain = pd.DataFrame({'a': [1, 2, 3]})
# %% cell
shop['yesterday'] = shop.sales.shift(1)
shop['next_day'] = shop['sales'].shift(-1)
shop['lag7'] = shop['sales'].shift(7)
