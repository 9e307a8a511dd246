# rule: libraries_gone.only_by_name
# source: fast.ai machine learning course (df.drop('y', 1)) with pandas 2
# says: axis
# says: x = houses\.drop\('price', axis=1\)
# %% before
import pandas as pd
houses = pd.DataFrame({'rooms': [2, 3], 'price': [100, 150]})
# %% fails
x = houses.drop('price', 1)
# %% mended
x = houses.drop('price', axis=1)
