# rule: libraries_tables.merge_keys
# source: https://github.com/dask/dask/issues/1804
# says: reviews_users = pd\.merge\(reviews, users, left_on='user_id', right_on='User_ID'\)
# %% before
import pandas as pd
reviews = pd.DataFrame({'user_id': [1, 2], 'review': ['a', 'b']})
users = pd.DataFrame({'User_ID': [1, 2], 'name': ['x', 'y']})
# %% fails
reviews_users = pd.merge(reviews, users, on='user_id')
# %% mended
reviews_users = pd.merge(reviews, users, left_on='user_id', right_on='User_ID')
