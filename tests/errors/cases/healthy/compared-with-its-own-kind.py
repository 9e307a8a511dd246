# notice: none
# source: constructed
# %% before
import pandas as pd
visits = pd.DataFrame({'year': [2020, 2021, 2021], 'code': ['1', '2', 'x'], 'n': [2, 8, 1]})
# %% cell
visits['code2'] = visits['code']
none_yet = visits[visits['year'] == 2024]
texts = visits[visits['code'] == '1']
other = visits[visits.code.isin(['2', 'x'])]
missing = (visits['code'] == 7).sum()
visits['code'] = pd.to_numeric(visits['code'], errors='coerce')
ones = visits[visits['code'] == 1]
