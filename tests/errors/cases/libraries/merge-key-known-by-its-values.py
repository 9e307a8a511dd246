# rule: libraries_tables.merge_keys
# source: https://github.com/earl553/garminr10dataconverter/issues/3
# says: right_on='code'
# %% before
import pandas as pd
shots = pd.DataFrame({'id': [1, 2, 3], 'clubTypeId': [13, 14, 13]})
clubs = pd.DataFrame({'code': [13, 14], 'name': ['Driver', 'Iron']})
# %% fails
bag = pd.merge(shots, clubs, left_on='clubTypeId', right_on='value')
# %% mended
bag = pd.merge(shots, clubs, left_on='clubTypeId', right_on='code')
