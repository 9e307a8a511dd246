# notice: joined_tables.rows_repeated_by_a_merge
# source: constructed
# says: 6 rows, 4 before the merge
# %% before
import pandas as pd
sales = pd.DataFrame({"item": ["a", "a", "b", "c"], "n": [1, 2, 3, 4]})
prices = pd.DataFrame({"item": ["a", "b", "c", "a"], "price": [1., 2., 3., 1.5]})
# %% cell
both = sales.merge(prices, on='item', how='left')
# %% mended
both = sales.merge(prices.drop_duplicates('item'), on='item', how='left')
